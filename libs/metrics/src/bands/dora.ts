import type { Bands } from './bands.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const MONTH = 30.4375 * DAY;

const report = (year: number): Pick<Bands, 'year' | 'source'> => ({
  year,
  source: `Accelerate State of DevOps Report ${year}, dora.dev`,
});

/** `edges` divide the levels from the best on: elite lies below the first (or, for what should be high, above it). */
const levels = (better: 'lower' | 'higher', edges: readonly [number, number, number]): Bands['levels'] => {
  const names = ['elite', 'high', 'medium', 'low'] as const;
  return names.map((name, index) => {
    const near = edges[index - 1] ?? null;
    const far = edges[index] ?? null;
    return better === 'lower' ? { name, from: near, to: far } : { name, from: far, to: near };
  });
};

// The 2024 report's change failure rates don't rise from level to level (high 20 %, medium 10 %), and two of its levels
// share one recovery time, so that no figure tells those levels apart: for these the 2023 report is the newest.

/** On demand is read as on at least three days of a typical week, as Google's Four Keys did. */
export const DEPLOYMENT_FREQUENCY_BANDS: readonly Bands[] = [
  {
    ...report(2024),
    measuredBy: 'deploymentDaysPerWeek',
    levels: levels('higher', [3, 1, WEEK / MONTH]),
  },
];

export const LEAD_TIME_BANDS: readonly Bands[] = [
  { ...report(2024), measuredBy: 'value', levels: levels('lower', [DAY, WEEK, MONTH]) },
];

export const CHANGE_FAILURE_BANDS: readonly Bands[] = [
  // The report gives each level's typical rate (5, 10, 15, 64 %): the edges lie just above the first three.
  { ...report(2023), measuredBy: 'value', levels: levels('lower', [5.5, 10.5, 15.5]) },
];

export const RECOVERY_TIME_BANDS: readonly Bands[] = [
  { ...report(2023), measuredBy: 'value', levels: levels('lower', [HOUR, DAY, WEEK]) },
];

/** Asked about for the last time in this form. */
export const RESTORE_TIME_BANDS: readonly Bands[] = [
  { ...report(2021), measuredBy: 'value', levels: levels('lower', [HOUR, DAY, WEEK]) },
];
