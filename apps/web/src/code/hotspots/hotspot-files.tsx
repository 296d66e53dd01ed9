import { Group, SegmentedControl } from '@mantine/core';
import type { Metric, ResultTable } from '@codemetrics/contracts';
import { Panel } from '../../elements/panel.tsx';
import { useAddress } from '../../elements/use-address.ts';
import { MetricName } from '../../metrics/metric-name.tsx';
import { formatValue } from '../../metrics/format-value.ts';
import { COLUMNS } from '../code-metrics.ts';
import { textIn } from '../table/answer-table.tsx';
import { Rows } from '../table/rows.tsx';
import { hotspotColumns } from './hotspot-columns.tsx';
import { HotspotMap } from './hotspot-map.tsx';
import { PlacePath } from './place-path.tsx';
import { isIn, nearestPlace } from './place.ts';
import { usePlace } from './use-place.ts';

const AREAS = [
  { value: COLUMNS.lines, label: 'Size' },
  { value: COLUMNS.revisions, label: 'Revisions' },
];

/** The map and the table of a place's files. */
export const HotspotFiles = ({ metric, table }: { metric: Metric; table: ResultTable }) => {
  const { query, change } = useAddress();
  const { place: asked, go } = usePlace();
  const { rows, total } = table;
  const place = nearestPlace(rows, asked);
  const area = query['area'] === COLUMNS.revisions ? COLUMNS.revisions : COLUMNS.lines;
  const count = formatValue(total, 'count');
  return (
    <Panel
      title={<MetricName metric={metric} />}
      description={
        total > rows.length
          ? `${metric.description} The ${rows.length} highest of ${count} files that changed.`
          : `${metric.description} ${count} files changed.`
      }
    >
      <Group justify="space-between" mb="sm" gap="sm">
        <PlacePath place={place} onGo={go} />
        <SegmentedControl
          size="xs"
          aria-label="What the area tells"
          data={AREAS}
          value={area}
          onChange={(value) => change({ area: value === COLUMNS.lines ? undefined : value })}
        />
      </Group>
      <HotspotMap metric={metric} rows={rows} place={place} area={area} onGo={go} />
      <div style={{ marginTop: 'var(--mantine-spacing-lg)' }}>
        <Rows
          // Another place begins at its first rows.
          key={`${place.repository} ${place.folder}`}
          caption="Files"
          columns={hotspotColumns({ table, place, onGo: go })}
          rows={rows.filter((row) => isIn(row, place))}
          keyOf={(row) => `${textIn(row, COLUMNS.repository)} ${textIn(row, COLUMNS.path)}`}
          usual={{ by: COLUMNS.score, direction: 'desc' }}
        />
      </div>
    </Panel>
  );
};
