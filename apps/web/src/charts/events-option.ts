import { formatCalendarDate } from '../elements/format-time.ts';
import type { Palette } from './palette.ts';
import type { Annotation } from './time-series.ts';

/** Something of one day and kind. */
export interface DayOfEvents {
  readonly date: string;
  readonly kind: Annotation['kind'];
  readonly labels: readonly string[];
}

const MOST_LABELS = 8;
const SHOWN_LETTERS = 80;
const NAMES = { deployment: 'Deployments', incident: 'Incidents' } as const;

const short = (text: string): string =>
  text.length > SHOWN_LETTERS ? `${text.slice(0, SHOWN_LETTERS)}…` : text;

/** The day that a time lies in, as the viewer has it. */
const dayOf = (date: string): string => {
  if (date.length === 10) return date;
  const at = new Date(date);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
};

/** Events gathered by day and kind: many on one day are one mark. */
export const byDay = (annotations: readonly Annotation[]): readonly DayOfEvents[] => {
  const days = new Map<string, DayOfEvents & { labels: string[] }>();
  for (const { date, kind, label } of annotations) {
    const key = `${kind} ${dayOf(date)}`;
    const day = days.get(key) ?? { date: dayOf(date), kind, labels: [] };
    day.labels.push(label);
    days.set(key, day);
  }
  return [...days.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
};

/** A mark in words, a line an event. */
export const describeDay = ({ date, kind, labels }: DayOfEvents): string => {
  const count = labels.length === 1 ? `1 ${kind}` : `${labels.length} ${kind}s`;
  const rest = labels.length - MOST_LABELS;
  return [
    `${formatCalendarDate(date)}: ${count}`,
    ...labels.slice(0, MOST_LABELS).map((label) => `• ${short(label)}`),
    ...(rest > 0 ? [`and ${rest} more`] : []),
  ].join('\n');
};

/** Marks on the time axis: deployments at the bottom, incidents at the top with a line down. An axis of its own, 0 to 1. */
export const eventSeries = (annotations: readonly Annotation[], yAxisIndex: number, palette: Palette) => {
  const days = byDay(annotations);
  return (['deployment', 'incident'] as const).flatMap((kind) => {
    const marks = days.filter((day) => day.kind === kind);
    if (marks.length === 0) return [];
    const color = kind === 'incident' ? palette.worse : palette.dimmed;
    return [
      {
        name: NAMES[kind],
        type: 'line',
        yAxisIndex,
        color,
        symbol: kind === 'incident' ? 'diamond' : 'triangle',
        symbolSize: kind === 'incident' ? 12 : 9,
        showAllSymbol: true,
        lineStyle: { width: 0 },
        z: 4,
        data: marks.map((day) => ({
          name: describeDay(day),
          value: [day.date, kind === 'incident' ? 1 : 0],
          itemStyle: { opacity: 1 },
        })),
        tooltip: { trigger: 'item', formatter: ({ name }: { name: string }) => name },
        markLine:
          kind === 'incident'
            ? {
                symbol: 'none',
                silent: true,
                animation: false,
                label: { show: false },
                lineStyle: { color, type: 'solid', width: 1, opacity: 0.55 },
                data: marks.map((day) => ({ xAxis: day.date })),
              }
            : undefined,
      },
    ];
  });
};
