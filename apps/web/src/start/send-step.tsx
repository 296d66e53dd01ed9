import { Tabs, Text } from '@mantine/core';
import type { IssuedToken } from '@codemetrics/contracts';
import type { ListedWorkload } from '../api/use-config.ts';
import { useAddress } from '../elements/use-address.ts';
import { GitWay } from './ways/git-way.tsx';
import { GitHubWay, GitLabWay } from './ways/ci-way.tsx';
import { RunWay } from './ways/run-way.tsx';
import { CoverageWay } from './ways/coverage-way.tsx';
import { WebhookWay } from './ways/webhook-way.tsx';
import classes from './send-step.module.css';
import type { Sending } from './sending.ts';
import { Step } from './step.tsx';

interface Props {
  readonly workload: ListedWorkload;
  readonly token: IssuedToken | null;
  readonly isDone: boolean;
}

const WAYS = [
  { value: 'run', label: 'One run, by curl', Way: RunWay },
  { value: 'coverage', label: 'Coverage', Way: CoverageWay },
  { value: 'github', label: 'GitHub Actions', Way: GitHubWay },
  { value: 'gitlab', label: 'GitLab CI', Way: GitLabWay },
  { value: 'webhook', label: 'Webhook', Way: WebhookWay },
  { value: 'git', label: 'Git history', Way: GitWay },
] as const;

/** The first repository that is listed; of a pattern, one that it could stand for. */
const repositoryOf = (workload: ListedWorkload): string =>
  workload.repositoryGroups.flatMap((group) => group.repositories)[0]?.name.replaceAll('*', 'example') ??
  'acme/shop-api';

/** Step 3: one command, or one setting, that sends the first data. */
export const SendStep = ({ workload, token, isDone }: Props) => {
  const { query, change } = useAddress();
  const chosen = WAYS.find(({ value }) => value === query['with'])?.value ?? 'run';
  const sending: Sending = {
    origin: location.origin,
    workload: workload.id,
    repository: repositoryOf(workload),
    token: token?.accessToken ?? null,
  };
  return (
    <Step
      number={3}
      title="Send the first data"
      description="Any of these will do; the first one works at once."
      isDone={isDone}
    >
      <Tabs
        variant="pills"
        value={chosen}
        onChange={(value) => change({ with: value === 'run' ? undefined : (value ?? undefined) })}
        keepMounted={false}
      >
        <Tabs.List aria-label="Ways to send data" className={classes.ways}>
          {WAYS.map(({ value, label }) => (
            <Tabs.Tab key={value} value={value} className={classes.way}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {WAYS.map(({ value, Way }) => (
          <Tabs.Panel key={value} value={value} pt="md">
            {sending.token === null && value !== 'webhook' && (
              <Text size="sm" mb="sm">
                The token is the one in <code>CODEMETRICS_TOKEN</code>, since none was made on this page.
              </Text>
            )}
            <Way sending={sending} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Step>
  );
};
