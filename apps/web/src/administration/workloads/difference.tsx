import { useState } from 'react';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { OutputOf } from '@codemetrics/client';
import type { Workload } from '@codemetrics/contracts';
import { Icon } from '../../elements/icon.tsx';
import { Panel } from '../../elements/panel.tsx';
import { ConfirmDialog } from '../shared/confirm-dialog.tsx';
import { FormFailure } from '../shared/form-failure.tsx';
import { ChangedFields } from './changed-fields.tsx';
import classes from './difference.module.css';
import type { ApplyInput } from './use-workloads.ts';
import { useApplyWorkloads } from './use-workloads.ts';

type Result = OutputOf<'workloads', 'apply'>;

interface Props {
  readonly result: Result;
  readonly input: Omit<ApplyInput, 'dryRun'>;
  readonly present: readonly Workload[];
  readonly onApplied: () => void;
}

const MOST_NAMES = 200;

const Names = ({
  title,
  ids,
  note,
}: {
  readonly title: string;
  readonly ids: readonly string[];
  readonly note?: string;
}) =>
  ids.length === 0 ? null : (
    <section className={classes.part}>
      <h3>
        {title} ({ids.length.toLocaleString()})
      </h3>
      {note !== undefined && (
        <Text size="sm" c="dimmed">
          {note}
        </Text>
      )}
      <Text size="sm" className={classes.names}>
        {ids.slice(0, MOST_NAMES).join(', ')}
        {ids.length > MOST_NAMES && ` and ${ids.length - MOST_NAMES} more`}
      </Text>
    </section>
  );

/** What applying a file would do, and the button that does it. */
export const Difference = ({ result, input, present, onApplied }: Props) => {
  const apply = useApplyWorkloads();
  const [isAsking, setAsking] = useState(false);
  const { created, updated, unchanged, missing, deleted } = result;
  const isNothing = created.length + updated.length + deleted.length === 0;
  const run = (): void => apply.mutate(input, { onSuccess: () => setAsking(false) });
  if (apply.data)
    return (
      <Alert color="teal" role="status" icon={<Icon name="check" />} title="Applied">
        <Stack gap="xs" align="flex-start">
          <Text size="sm">
            {apply.data.created.length} created, {apply.data.updated.length} updated,{' '}
            {apply.data.deleted.length} deleted, {apply.data.unchanged.length} unchanged.
          </Text>
          <Button variant="default" size="xs" onClick={onApplied}>
            Apply another
          </Button>
        </Stack>
      </Alert>
    );
  return (
    <Panel
      title="2. The difference"
      description={isNothing ? 'Nothing would change.' : 'What applying the file does.'}
    >
      <Stack>
        <Names title="Created" ids={created} />
        {updated.length > 0 && (
          <section className={classes.part}>
            <h3>Updated ({updated.length.toLocaleString()})</h3>
            {updated.map(({ id, changed }) => (
              <ChangedFields
                key={id}
                id={id}
                changed={changed}
                before={present.find((one) => one.id === id)}
                after={input.workloads.find((one) => one.id === id)}
              />
            ))}
          </section>
        )}
        <Names title="Deleted, with all their data" ids={deleted} />
        <Names title="Missing in the file" ids={missing} note="They stay as they are." />
        <Names title="Unchanged" ids={unchanged} />
        {!isAsking && <FormFailure title="The file was not applied" error={apply.error} fields={[]} />}
        <Group>
          <Button
            disabled={isNothing}
            loading={apply.isPending}
            {...(deleted.length > 0 ? { color: 'red.9' } : {})}
            onClick={() => (deleted.length > 0 ? setAsking(true) : run())}
          >
            {deleted.length > 0 ? 'Apply and delete …' : 'Apply'}
          </Button>
        </Group>
      </Stack>
      <ConfirmDialog
        title={`Delete ${deleted.length === 1 ? 'a workload' : `${deleted.length} workloads`}?`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        change={apply}
        action="Apply and delete"
        failure="The file was not applied"
        typed={`delete ${deleted.length}`}
        onConfirm={run}
      >
        <Text style={{ overflowWrap: 'anywhere' }}>
          {deleted.slice(0, MOST_NAMES).join(', ')}: all their data goes with them. This can’t be undone.
        </Text>
      </ConfirmDialog>
    </Panel>
  );
};
