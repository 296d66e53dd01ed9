const DAY_SECONDS = 86_400;
const PRESET_DAYS = [7, 30, 90, 180, 365];
const PREFERRED_DAYS = 90;

const daysText = (days: number): string => (days === 1 ? '1 day' : days === 365 ? '1 year' : `${days} days`);

const secondsText = (seconds: number): string =>
  seconds < DAY_SECONDS ? `${Math.round(seconds / 3600)} hours` : daysText(Math.floor(seconds / DAY_SECONDS));

/** A lifetime to choose; `value` is in seconds. */
export interface Lifetime {
  readonly value: string;
  readonly label: string;
}

/** The lifetimes to choose from, up to the longest that the server permits. */
export const lifetimesUpTo = (mostSeconds: number): readonly Lifetime[] => {
  const presets = PRESET_DAYS.map((days) => days * DAY_SECONDS).filter((seconds) => seconds < mostSeconds);
  return [
    ...presets.map((seconds) => ({ value: String(seconds), label: secondsText(seconds) })),
    { value: String(mostSeconds), label: `${secondsText(mostSeconds)} (the longest permitted)` },
  ];
};

/** What is chosen at first. */
export const preferredLifetime = (mostSeconds: number): string =>
  String(Math.min(PREFERRED_DAYS * DAY_SECONDS, mostSeconds));
