/** After the first attempt, the second, and so on. */
const PAUSES_SECONDS = [5, 60, 300, 1800, 7200, 21_600, 43_200, 86_400] as const;
/** So that endpoints that failed together are not tried together. */
const JITTER = 0.1;

/** How long to wait after so many attempts that failed, in milliseconds; undefined: no further one. */
export const retryPauseMs = (attempts: number, random: () => number): number | undefined => {
  const seconds = PAUSES_SECONDS[attempts - 1];
  return seconds === undefined
    ? undefined
    : Math.round(seconds * 1000 * (1 - JITTER + 2 * JITTER * random()));
};
