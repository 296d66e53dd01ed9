import { useMemo } from 'react';
import { Chart } from '../../charts/chart.tsx';
import { usePalette } from '../../charts/palette.ts';
import { useIsNarrow } from '../../elements/use-is-narrow.ts';
import { matrixOption } from '../drawings/matrix-option.ts';
import { StepLegend } from '../drawings/step-legend.tsx';
import { stepsUpTo } from '../drawings/steps.ts';
import type { WeekHour } from './week-hours.ts';
import { dayName, DAYS, HOURS, hourText, isOutside } from './week-hours.ts';

const OUTSIDE = '•';

const textOf = ({ day, hour, commits, outside }: WeekHour): string =>
  [
    `${dayName(day, 'long')}, ${hourText(hour)} to ${hourText(hour + 1)}`,
    `${commits} ${commits === 1 ? 'commit' : 'commits'}`,
    ...(outside > 0 ? [`${outside} outside of working hours`] : []),
  ].join('\n');

/** A field for each hour of the week, the fuller the stronger. */
export const WeekDrawing = ({ hours }: { hours: readonly WeekHour[] }) => {
  const palette = usePalette();
  const isNarrow = useIsNarrow();
  const steps = useMemo(() => stepsUpTo(Math.max(...hours.map(({ commits }) => commits))), [hours]);
  const option = useMemo(
    () =>
      matrixOption({
        columns: Array.from({ length: HOURS }, (_, hour) => hourText(hour)),
        rows: Array.from({ length: DAYS }, (_, day) => dayName(day, isNarrow ? 'short' : 'long')),
        cells: hours.map((one) => ({
          ...{ x: one.hour, y: one.day, value: one.commits, text: textOf(one) },
          ...(isOutside(one) ? { label: OUTSIDE } : {}),
        })),
        ...{ steps, palette, nameWidth: isNarrow ? 32 : 84, every: isNarrow ? 6 : 2 },
      }),
    [hours, steps, palette, isNarrow],
  );
  return (
    <div style={{ display: 'grid', gap: '0.75rem', minWidth: 0 }}>
      <Chart
        option={option}
        height={28 + DAYS * (isNarrow ? 28 : 36)}
        label="Commits by hour of the week, drawn; the table has the figures"
      />
      <StepLegend
        title="Colour, commits in the hour"
        steps={steps}
        scale={palette.scale}
        format={String}
        notes={[`${OUTSIDE} most of them outside of working hours`]}
      />
    </div>
  );
};
