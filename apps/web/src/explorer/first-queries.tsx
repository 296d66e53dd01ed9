import { Button, Group, Text } from '@mantine/core';
import type { Metric } from '@codemetrics/contracts';
import type { Config } from '../api/use-config.ts';
import { Panel } from '../elements/panel.tsx';

interface Props {
  readonly config: Config;
  readonly onOpen: (parameters: Readonly<Record<string, string | undefined>>) => void;
}

const MOST = 3;

const first = (metrics: readonly Metric[], kind: string): readonly Metric[] =>
  metrics.filter((metric) => metric.data[0] === kind && metric.kind !== 'table').slice(0, MOST);

/** Queries to begin with, one for each kind of data that the catalogue has several metrics of. */
export const FirstQueries = ({ config, onOpen }: Props) => {
  const kinds = [...new Set(config.queries.map((metric) => metric.data[0] ?? ''))];
  return (
    <Panel title="Begin with a metric, or with one of these">
      <Group gap="sm">
        {kinds.flatMap((kind) => {
          const metrics = first(config.queries, kind);
          return metrics.length === 0
            ? []
            : [
                <Button
                  key={kind}
                  variant="default"
                  onClick={() => onOpen({ metrics: metrics.map((metric) => metric.id).join(',') })}
                >
                  {metrics.map((metric) => metric.title).join(', ')}
                </Button>,
              ];
        })}
      </Group>
      <Text size="sm" c="dimmed" mt="md">
        Each asks for all workloads that you may see, over the range above.
      </Text>
    </Panel>
  );
};
