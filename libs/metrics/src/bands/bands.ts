/** A level: the figure is at least `from` and less than `to`; null is without end. */
export interface Level {
  readonly name: 'elite' | 'high' | 'medium' | 'low';
  readonly from: number | null;
  readonly to: number | null;
}

/** The performance levels of one year's report. Together they cover every figure, each once. */
export interface Bands {
  readonly year: number;
  readonly source: string;
  /** The figure that decides: the summary's `value`, or the days with a deployment per week. */
  readonly measuredBy: 'value' | 'deploymentDaysPerWeek';
  readonly levels: readonly Level[];
}

/** The level of a figure in the newest of some bands; null where there is no figure or no band. */
export const bandOf = (
  bands: readonly Bands[] | undefined,
  figure: number | null,
): { name: string; year: number } | null => {
  const newest = bands?.[0];
  if (!newest || figure === null) return null;
  const level = newest.levels.find(
    ({ from, to }) => (from === null || figure >= from) && (to === null || figure < to),
  );
  return level ? { name: level.name, year: newest.year } : null;
};
