import { Fragment } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import type { Config, ListedWorkload } from '../api/use-config.ts';
import { useSession } from '../session/use-session.ts';
import { AskFor } from './ask-for.tsx';
import { ExistingWorkload } from './existing-workload.tsx';
import { focusStep, Step } from './step.tsx';
import { WorkloadForm } from './workload-form.tsx';

interface Props {
  readonly config: Config;
  readonly workload: ListedWorkload | undefined;
  /** As the address names it, if at all. */
  readonly named: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
}

const SHOWN = 5;

const Chosen = ({ workload, onChange }: { workload: ListedWorkload; onChange: () => void }) => {
  const repositories = workload.repositoryGroups.flatMap((group) =>
    group.repositories.map((one) => one.name),
  );
  return (
    <Group justify="space-between" align="flex-start" gap="sm">
      <Text size="sm" style={{ overflowWrap: 'anywhere', flex: '1 1 16rem' }}>
        <bdi>
          <strong>{workload.name}</strong>
        </bdi>{' '}
        ({workload.id}),{' '}
        {repositories.length === 0
          ? 'without a repository yet'
          : repositories.slice(0, SHOWN).map((name, index) => (
              <Fragment key={`${index} ${name}`}>
                {index > 0 && ', '}
                <bdi>{name}</bdi>
              </Fragment>
            ))}
        {repositories.length > SHOWN && ` and ${repositories.length - SHOWN} more`}
      </Text>
      <Button variant="default" size="xs" onClick={onChange}>
        Choose another
      </Button>
    </Group>
  );
};

/** Step 1: what the numbers are of. */
export const WorkloadStep = ({ config, workload, named, onChoose }: Props) => {
  const { scopes, workloads: limit } = useSession();
  const mayCreate = scopes.includes('workloads:write') && limit === null;
  const choose = (id: string): void => {
    onChoose(id);
    focusStep(2);
  };
  return (
    <Step
      number={1}
      title={workload ? 'Your workload' : 'Make a workload'}
      description={
        workload
          ? undefined
          : 'A team, a product or a service whose numbers are read together, with the repositories that belong to it.'
      }
      isDone={workload !== undefined}
    >
      {workload ? (
        <Chosen workload={workload} onChange={() => onChoose(undefined)} />
      ) : (
        <Stack gap="lg">
          {named !== undefined && (
            <Text size="sm" role="status" style={{ overflowWrap: 'anywhere' }}>
              There is no workload “<bdi>{named}</bdi>” that you may see.
            </Text>
          )}
          {config.workloads.length > 0 && (
            <ExistingWorkload workloads={config.workloads} isAlone={!mayCreate} onChoose={choose} />
          )}
          {mayCreate ? (
            <WorkloadForm taken={config.workloads.map((one) => one.id)} onMade={choose} />
          ) : config.workloads.length > 0 ? null : scopes.includes('workloads:write') ? (
            <Text size="sm">
              You may only work with workloads that were given to you, and there is none yet. Ask an
              administrator of this server to make one and to give it to you.
            </Text>
          ) : (
            <AskFor scope="workloads:write" to="make a workload" />
          )}
        </Stack>
      )}
    </Step>
  );
};
