import { formatValue } from '../metrics/format-value.ts';

/** Seconds as a person reads them; a dash where they aren't known. */
export const durationText = (seconds: number | null): string =>
  seconds === null ? '—' : formatValue(seconds, 'seconds');
