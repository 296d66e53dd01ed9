import type { DateRange } from './date-range.ts';
import { addDays, calendarDate, lastDays } from './date-range.ts';

/** A range that moves along with today. `value` stands in the address. */
export interface Preset {
  readonly value: string;
  readonly label: string;
  readonly range: (now: Date, timeZone: string) => DateRange;
}

const last = (days: number): Preset => ({
  value: `${days}d`,
  label: `Last ${days} days`,
  range: (now, timeZone) => lastDays(days, now, timeZone),
});

const since = (value: string, label: string, first: (today: string) => string): Preset => ({
  value,
  label,
  range: (now, timeZone) => {
    const today = calendarDate(now, timeZone);
    return { start: first(today), end: today };
  },
});

const lastMonth: Preset = {
  value: 'last-month',
  label: 'Last month',
  range: (now, timeZone) => {
    const end = addDays(`${calendarDate(now, timeZone).slice(0, 7)}-01`, -1);
    return { start: `${end.slice(0, 7)}-01`, end };
  },
};

/** What the picker offers. */
export const PRESETS: readonly Preset[] = [
  last(7),
  last(30),
  last(90),
  last(180),
  { ...last(365), label: 'Last 12 months' },
  since('month', 'This month', (today) => `${today.slice(0, 7)}-01`),
  lastMonth,
  since('year', 'This year', (today) => `${today.slice(0, 4)}-01-01`),
];

export const DEFAULT_PRESET = '90d';

const CUSTOM = /^(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})$/;

const isDate = (text: string): boolean =>
  !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** A range of two chosen dates, as it stands in the address: `2026-01-01_2026-03-31`. */
export const customValue = ({ start, end }: DateRange): string => `${start}_${end}`;

/** What an address's `range` means; anything else than a preset or two dates in order is the default. */
export const readRange = (
  value: string | undefined,
  now: Date,
  timeZone: string,
): DateRange & { readonly preset: string | null } => {
  const [, start, end] = CUSTOM.exec(value ?? '') ?? [];
  if (start && end && isDate(start) && isDate(end) && start <= end) return { start, end, preset: null };
  const preset =
    PRESETS.find((one) => one.value === value) ?? PRESETS.find((one) => one.value === DEFAULT_PRESET);
  if (!preset) throw new Error('the default preset is missing');
  return { ...preset.range(now, timeZone), preset: preset.value };
};
