import { Text } from '@mantine/core';
import { Panel } from '../elements/panel.tsx';

/** What a service token is good for, where there is none. */
export const NoTokens = () => (
  <Panel title="No service tokens yet">
    <Text maw="44rem">
      Create one for each program that sends or reads data, such as your CI. Give each its own, so that one
      can be replaced or revoked without touching the others.
    </Text>
  </Panel>
);
