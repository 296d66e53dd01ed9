/** `22 Feb 2026` in the viewer's zone and locale. */
export const formatDate = (iso: string): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(new Date(iso));

/** A calendar date (`2026-02-22`), which has no zone, in the viewer's locale. */
export const formatCalendarDate = (date: string): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(date));

/** Date and time in the viewer's zone and locale. */
export const formatDateTime = (iso: string): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));

/** `2026-02-22 13:04:05 UTC`. */
export const formatUtc = (iso: string): string =>
  `${new Date(iso).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

const STEPS = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** `in 12 days`, `5 minutes ago`; English, since it stands in English sentences. */
export const formatRelative = (iso: string, now: number = Date.now()): string => {
  const seconds = (Date.parse(iso) - now) / 1000;
  const [unit, size] = STEPS.find(([, least]) => Math.abs(seconds) >= least) ?? [];
  if (unit === undefined || size === undefined) return seconds > 0 ? 'in less than a minute' : 'just now';
  return new Intl.RelativeTimeFormat('en', { numeric: 'always' }).format(Math.trunc(seconds / size), unit);
};
