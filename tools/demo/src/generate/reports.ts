/** How often each line of a file that holds code was run, by line number. */
export interface FileCoverage {
  readonly path: string;
  readonly lines: readonly { readonly number: number; readonly hits: number }[];
}

const covered = (file: FileCoverage): number => file.lines.filter((line) => line.hits > 0).length;

/** An LCOV tracefile, as `c8` or `istanbul` write it. */
export const lcovReport = (files: readonly FileCoverage[]): string =>
  files
    .map((file) =>
      [
        'TN:',
        `SF:${file.path}`,
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
    const lines = file.lines.map((line) => `<line number="${line.number}" hits="${line.hits}"/>`).join('');
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
