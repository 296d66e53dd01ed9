import { useEffect, useMemo, useState } from 'react';
import type { ECharts } from 'echarts/core';
import type { Metric } from '@codemetrics/contracts';
import { Chart } from '../../charts/chart.tsx';
import { usePalette } from '../../charts/palette.ts';
import { COLUMNS } from '../code-metrics.ts';
import { StepLegend } from '../drawings/step-legend.tsx';
import { stepsUpTo } from '../drawings/steps.ts';
import { treemapOption } from '../drawings/treemap-option.ts';
import { formatValue } from '../../metrics/format-value.ts';
import type { TableRow } from '../table/answer-table.tsx';
import { numberIn } from '../table/answer-table.tsx';
import { fileTree } from './file-tree.ts';
import { mapFields } from './map-fields.ts';
import type { Place } from './place.ts';
import classes from './hotspot-map.module.css';

interface Props {
  readonly metric: Metric;
  /** Of all places, so that a colour means the same in each of them. */
  readonly rows: readonly TableRow[];
  readonly place: Place;
  /** The column that the area tells. */
  readonly area: typeof COLUMNS.lines | typeof COLUMNS.revisions;
  readonly onGo: (place: Place) => void;
}

const HEIGHT = 540;

/** Files as fields in the fields of their folders: how large, and how hot. */
export const HotspotMap = ({ metric, rows, place, area, onGo }: Props) => {
  const palette = usePalette();
  const [chart, setChart] = useState<ECharts | null>(null);
  const steps = useMemo(
    () => stepsUpTo(Math.max(1, ...rows.map((row) => numberIn(row, COLUMNS.score) ?? 0)), { power: 2 }),
    [rows],
  );
  const option = useMemo(
    () => treemapOption(mapFields(fileTree(rows, place), { area, steps, palette }), palette),
    [rows, place, area, steps, palette],
  );
  useEffect(() => {
    const go = ({ data }: { data?: unknown }): void => {
      const { leadsTo } = (data ?? {}) as { leadsTo?: Place };
      if (leadsTo) onGo(leadsTo);
    };
    chart?.on('click', go as never);
    return () => void (chart?.isDisposed() === false && chart.off('click', go as never));
  }, [chart, onGo]);
  const isAllScored = rows.every((row) => numberIn(row, COLUMNS.score) !== null);
  const areaText = area === COLUMNS.revisions ? 'how often it changed' : 'its size in lines';
  return (
    <div className={classes.map}>
      <Chart
        option={option}
        height={HEIGHT}
        label={`${metric.title}: files by size and score, drawn; the table below has the figures and leads into folders`}
        onChart={setChart}
      />
      <StepLegend
        title="Colour, the score"
        steps={steps}
        scale={palette.scale}
        format={(value) => formatValue(value, metric.unit)}
        notes={[
          `Area: ${areaText}.`,
          ...(isAllScored ? [] : ['Grey: its complexity was not measured.']),
          'Work pays most on large fields of the last colours. Press a folder to look into it.',
        ]}
      />
    </div>
  );
};
