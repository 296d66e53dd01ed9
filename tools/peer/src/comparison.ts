/** One figure or relation as the peer has it and as CodeMetrics does. */
export interface Comparison {
  readonly what: string;
  readonly peer: string | number | null;
  readonly ours: string | number | null;
  /** Why the two may differ, where the row's own data shows that the definitions do. */
  readonly reason?: string | undefined;
}

export type Verdict = 'equal' | 'explained' | 'DIFFERENT';

/** A reason explains a difference; it does not make one of what is equal. */
export const verdictOf = ({ peer, ours, reason }: Comparison): Verdict =>
  peer === ours ? 'equal' : reason === undefined ? 'DIFFERENT' : 'explained';

/** The rows as a table, and how many of each verdict there are. */
export const tableOf = (rows: readonly Comparison[]): string => {
  const cells = rows.map((row) => [
    row.what,
    String(row.peer ?? '–'),
    String(row.ours ?? '–'),
    verdictOf(row),
    verdictOf(row) === 'explained' ? row.reason! : '',
  ]);
  const lines = [['', 'peer', 'CodeMetrics', '', ''], ...cells];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const text = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  const count = (verdict: Verdict) => rows.filter((row) => verdictOf(row) === verdict).length;
  return [
    ...text,
    '',
    `${count('equal')} equal, ${count('explained')} explained, ${count('DIFFERENT')} different`,
  ].join('\n');
};
