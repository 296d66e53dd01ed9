import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Panel } from '../elements/panel.tsx';
import { useSession } from '../session/use-session.ts';

/** Nothing to show yet: the way to the first numbers. */
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
      description="A workload is a team, a product or a service whose numbers are read together."
    >
      <Text mb="md">
        Create one with the repositories that belong to it, send its first data, and see its numbers here.
      </Text>
      <Button component={Link} to="/start">
        Get started
      </Button>
    </Panel>
  );
};
