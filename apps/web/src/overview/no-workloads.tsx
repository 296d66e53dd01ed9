import { List, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useSession } from '../session/use-session.ts';
import { CodeSnippet } from '../elements/code-snippet.tsx';
import { Panel } from '../elements/panel.tsx';
import { createWorkloadCommand, sendCoverageCommand } from './first-commands.ts';
import classes from './no-workloads.module.css';

/** Nothing to show yet: how to get the first numbers. */
export const NoWorkloads = () => {
  const { scopes } = useSession();
  if (!scopes.includes('workloads:write'))
    return (
      <Panel title="No workloads yet">
        <Text>There is no workload that you may see. Ask an administrator for access to your team’s.</Text>
      </Panel>
    );
  return (
    <Panel
      title="No workloads yet"
      description="A workload is a team, a product or a service whose numbers are read together. Three steps to the first numbers:"
    >
      <List type="ordered" spacing="lg" classNames={{ itemWrapper: classes.step, itemLabel: classes.step }}>
        <List.Item>
          <Link to="/tokens">Create a service token</Link> that may also create workloads, and put it into
          your terminal as <code>CODEMETRICS_TOKEN</code>.
        </List.Item>
        <List.Item>
          Create a workload with the repositories that belong to it:
          <CodeSnippet
            what="the command that creates a workload"
            code={createWorkloadCommand(location.origin)}
          />
        </List.Item>
        <List.Item>
          Send data, such as a coverage report from your last test run. Then reload this page.
          <CodeSnippet what="the command that sends a report" code={sendCoverageCommand(location.origin)} />
        </List.Item>
      </List>
      <Text size="sm" c="dimmed" mt="lg">
        Pipeline runs, deployments, incidents and webhooks are described in the{' '}
        <a href="/docs">API documents</a>.
      </Text>
    </Panel>
  );
};
