import { useMemo } from 'react';
import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import type { Metric, ResultTable } from '@codemetrics/contracts';
import { Panel } from '../../elements/panel.tsx';
import { useAddress } from '../../elements/use-address.ts';
import { formatValue } from '../../metrics/format-value.ts';
import { MetricName } from '../../metrics/metric-name.tsx';
import { COLUMNS } from '../code-metrics.ts';
import { textIn } from '../table/answer-table.tsx';
import { Rows } from '../table/rows.tsx';
import { degreeOf } from './coupled-files.ts';
import { couplingColumns } from './coupling-columns.tsx';
import { CouplingDrawing } from './coupling-drawing.tsx';
import { DegreeFilter } from './degree-filter.tsx';

const SHAPES = [
  { value: 'matrix', label: 'Matrix' },
  { value: 'chord', label: 'Circle' },
];
/** Below this the metric lists no pair. */
const LEAST_DEGREE = 30;

const readDegree = (text: string | undefined): number => {
  const degree = Number(text);
  return degree >= LEAST_DEGREE && degree <= 100 ? degree : LEAST_DEGREE;
};

/** The drawing and the table of pairs of a degree. */
export const CouplingPairs = ({ metric, table }: { metric: Metric; table: ResultTable }) => {
  const { query, change } = useAddress();
  const degree = readDegree(query['degree']);
  const shape = query['view'] === 'chord' ? 'chord' : 'matrix';
  const { rows, total } = table;
  const shown = useMemo(() => rows.filter((row) => degreeOf(row) >= degree), [rows, degree]);
  const all = formatValue(total, 'count');
  return (
    <Panel title={<MetricName metric={metric} />} description={metric.description}>
      <Group justify="space-between" align="flex-end" mb="md" gap="md">
        <DegreeFilter
          least={LEAST_DEGREE}
          degree={degree}
          onChange={(value) => change({ degree: value === LEAST_DEGREE ? undefined : String(value) })}
        />
        <SegmentedControl
          size="xs"
          aria-label="How it is drawn"
          data={SHAPES}
          value={shape}
          onChange={(value) => change({ view: value === 'chord' ? 'chord' : undefined })}
        />
      </Group>
      <Text size="sm" c="dimmed" role="status" mb="sm">
        {shown.length === rows.length && total === rows.length
          ? `${all} pairs`
          : `${formatValue(shown.length, 'count')} of ${all} pairs`}
      </Text>
      {shown.length === 0 ? (
        <Stack align="flex-start">
          <Text>No pair of files changes together that often.</Text>
          <Button variant="default" size="xs" onClick={() => change({ degree: undefined })}>
            Show all pairs
          </Button>
        </Stack>
      ) : (
        <Stack gap="lg">
          <CouplingDrawing rows={shown} shape={shape} least={LEAST_DEGREE} />
          <Rows
            key={degree}
            caption="Pairs"
            columns={couplingColumns(table)}
            rows={shown}
            keyOf={(row) =>
              [COLUMNS.repository, COLUMNS.path, COLUMNS.coupledPath]
                .map((name) => textIn(row, name))
                .join(' ')
            }
            usual={{ by: COLUMNS.degree, direction: 'desc' }}
          />
        </Stack>
      )}
    </Panel>
  );
};
