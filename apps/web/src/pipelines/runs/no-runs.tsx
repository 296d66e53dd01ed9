import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Panel } from '../../elements/panel.tsx';
import { useAddress } from '../../elements/use-address.ts';
import { countFilters, FILTERS } from './run-filter.ts';

/** Nothing to list: what was asked for doesn't exist, or nothing was sent yet. */
export const NoRuns = () => {
  const { query, change } = useAddress();
  if (countFilters(query) > 0)
    return (
      <Panel title="No run matches">
        <Text mb="md">There is no run with these filters in the chosen time.</Text>
        <Button
          variant="default"
          onClick={() => change(Object.fromEntries(FILTERS.map((name) => [name, undefined])))}
        >
          Clear the filters
        </Button>
      </Panel>
    );
  return (
    <Panel title="No runs in this time">
      <Text>
        Choose a longer time above, or let your CI send its runs: <Link to="/start">Get started</Link> has the
        commands, and the <a href="/docs">API documents</a> have every field.
      </Text>
    </Panel>
  );
};
