import { SimpleGrid, Text, UnstyledButton } from '@mantine/core';
import type { Config } from '../api/use-config.ts';
import { Panel } from '../elements/panel.tsx';
import classes from './first-query-list.module.css';
import { firstQueries } from './first-queries.ts';

interface Props {
  readonly config: Config;
  readonly onOpen: (parameters: Readonly<Record<string, string | undefined>>) => void;
}

/** What stands where nothing is asked yet: queries that are ready to run. */
export const FirstQueryList = ({ config, onOpen }: Props) => (
  <Panel
    title="Begin with a metric, or with one of these"
    description="Each asks for all workloads that you may see, over the last 90 days; then change what you like."
  >
    <SimpleGrid component="ul" cols={{ base: 1, sm: 2, lg: 4 }} spacing="sm" className={classes.list}>
      {firstQueries(config.queries).map(({ title, text, parameters }) => (
        <li key={title} className={classes.item}>
          <UnstyledButton className={classes.query} onClick={() => onOpen(parameters)}>
            <Text fw={600}>{title}</Text>
            <Text size="sm" c="dimmed">
              {text}
            </Text>
          </UnstyledButton>
        </li>
      ))}
    </SimpleGrid>
  </Panel>
);
