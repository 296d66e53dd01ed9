import type { Result } from './run-part.ts';

const figuresOf = ({ report }: Result): string =>
  Object.entries(report.figures)
    .map(([name, value]) => `${name} ${value.toLocaleString('en-US')}`)
    .join(', ');

const wrap = (text: string, width: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(/(?<=, )/)) {
    if ((line + piece).length > width && line !== '') {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line];
};

/** One line a part, its figures beside it, and below it what was not kept or could not be looked at. */
export const renderTable = (results: readonly Result[]): string => {
  const lines = [`${'part'.padEnd(18)}${''.padEnd(9)}${'seconds'.padStart(8)}  figures`];
  for (const result of results) {
    const { part, report, seconds } = result;
    const [first = '', ...more] = wrap(figuresOf(result), 90);
    lines.push(
      `${part.name.padEnd(18)}${report.verdict.padEnd(9)}${seconds.toFixed(0).padStart(8)}  ${first}`,
    );
    const below = [
      ...more,
      ...report.checks
        .filter((check) => !check.isKept)
        .map(({ what, found }) => `NOT KEPT  ${what}: ${found}`),
      ...report.skipped.map((what) => `SKIPPED   ${what}`),
    ];
    for (const line of below) lines.push(`${''.padEnd(37)}${line}`);
  }
  return lines.join('\n');
};
