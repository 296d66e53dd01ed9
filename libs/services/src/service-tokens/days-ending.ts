const DAY_MS = 86_400_000;

/** The first and the last of so many days (`YYYY-MM-DD`, UTC), of which today is the last. */
export const daysEnding = (now: Date, days: number): { readonly start: string; readonly end: string } => ({
  start: new Date(now.getTime() - (days - 1) * DAY_MS).toISOString().slice(0, 10),
  end: now.toISOString().slice(0, 10),
});
