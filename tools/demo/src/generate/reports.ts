/** How often each line of a file that holds code was run, by line number. */
export interface FileCoverage {
  readonly path: string;
  readonly lines: readonly {
    readonly number: number;
    readonly hits: number;
    /** How many of the ways on from it were taken; null where there is but one. */
    readonly branches: { readonly taken: number; readonly total: number } | null;
  }[];
}

const covered = (file: FileCoverage): number => file.lines.filter((line) => line.hits > 0).length;

const branchesOf = ({ lines }: FileCoverage): { taken: number; total: number } => ({
  taken: lines.reduce((sum, line) => sum + (line.branches?.taken ?? 0), 0),
  total: lines.reduce((sum, line) => sum + (line.branches?.total ?? 0), 0),
});

/** `branch="true" condition-coverage="50% (1/2)"`, as far as there is a choice. */
const conditions = ({ branches }: FileCoverage['lines'][number]): string =>
  branches === null
    ? ''
    : ` branch="true" condition-coverage="${Math.round((100 * branches.taken) / branches.total)}% (${branches.taken}/${branches.total})"`;

/** An LCOV tracefile, as `c8` or `istanbul` write it. */
export const lcovReport = (files: readonly FileCoverage[]): string =>
  files
    .map((file) =>
      [
        'TN:',
        `SF:${file.path}`,
        ...file.lines.flatMap(({ number, hits, branches }) =>
          Array.from(
            { length: branches?.total ?? 0 },
            (_, way) =>
              `BRDA:${number},0,${way},${hits === 0 ? '-' : way < (branches?.taken ?? 0) ? hits : 0}`,
          ),
        ),
        `BRF:${branchesOf(file).total}`,
        `BRH:${branchesOf(file).taken}`,
        ...file.lines.map((line) => `DA:${line.number},${line.hits}`),
        `LF:${file.lines.length}`,
        `LH:${covered(file)}`,
        'end_of_record\n',
      ].join('\n'),
    )
    .join('');

const rate = (hit: number, all: number): string => (all === 0 ? 1 : hit / all).toFixed(4);

/** A Cobertura document, as `coverage.py` writes it. */
export const coberturaReport = (files: readonly FileCoverage[], seconds: number): string => {
  const all = files.reduce((sum, file) => sum + file.lines.length, 0);
  const hit = files.reduce((sum, file) => sum + covered(file), 0);
  const classes = files.map((file) => {
    const lines = file.lines
      .map((line) => `<line number="${line.number}" hits="${line.hits}"${conditions(line)}/>`)
      .join('');
    const name = file.path.split('/').at(-1)!;
    return `<class name="${name}" filename="${file.path}" complexity="0" line-rate="${rate(covered(file), file.lines.length)}" branch-rate="0"><methods/><lines>${lines}</lines></class>`;
  });
  return [
    '<?xml version="1.0" ?>',
    `<coverage version="7.6" timestamp="${seconds}" lines-valid="${all}" lines-covered="${hit}" line-rate="${rate(hit, all)}" branch-rate="0" complexity="0">`,
    '<sources><source>.</source></sources>',
    `<packages><package name="." line-rate="${rate(hit, all)}" branch-rate="0" complexity="0"><classes>`,
    ...classes,
    '</classes></package></packages>',
    '</coverage>\n',
  ].join('\n');
};
