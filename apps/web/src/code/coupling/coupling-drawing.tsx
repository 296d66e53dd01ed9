import { useMemo } from 'react';
import { Text } from '@mantine/core';
import { Chart } from '../../charts/chart.tsx';
import { usePalette } from '../../charts/palette.ts';
import { useIsNarrow } from '../../elements/use-is-narrow.ts';
import { formatValue } from '../../metrics/format-value.ts';
import { chordOption } from '../drawings/chord-option.ts';
import { matrixOption } from '../drawings/matrix-option.ts';
import { StepLegend } from '../drawings/step-legend.tsx';
import { stepsUpTo } from '../drawings/steps.ts';
import type { TableRow } from '../table/answer-table.tsx';
import type { CoupledFile, CoupledPair } from './coupled-files.ts';
import { coupledFiles, fileKeys } from './coupled-files.ts';

export type CouplingShape = 'matrix' | 'chord';

interface Props {
  readonly rows: readonly TableRow[];
  readonly shape: CouplingShape;
  /** The least degree that is shown. */
  readonly least: number;
}

/** More can't be told apart; on a phone there is room for fewer. */
const MOST_FILES = { wide: 24, narrow: 14 };

const textOf = (files: readonly CoupledFile[], { a, b, degree }: CoupledPair): string =>
  [files[a]?.repository, files[a]?.path, files[b]?.path, formatValue(degree, 'percent')].join('\n');

/** Which files change together: a field for each pair, or a circle of files with ties between them. */
export const CouplingDrawing = ({ rows, shape, least }: Props) => {
  const palette = usePalette();
  const isNarrow = useIsNarrow();
  const { files, pairs } = useMemo(
    () => coupledFiles(rows, isNarrow ? MOST_FILES.narrow : MOST_FILES.wide),
    [rows, isNarrow],
  );
  const steps = useMemo(() => stepsUpTo(100, { least }), [least]);
  const option = useMemo(() => {
    if (shape === 'chord')
      return chordOption({
        names: files.map(({ name }) => name),
        chords: pairs.map((pair) => ({
          a: files[pair.a]?.name ?? '',
          b: files[pair.b]?.name ?? '',
          value: pair.degree,
          text: textOf(files, pair),
        })),
        palette,
        ...(isNarrow ? { nameWidth: 62, reach: 50 } : { nameWidth: 200, reach: 72 }),
      });
    return matrixOption({
      columns: files.map((_, index) => String(index + 1)),
      rows: files.map(({ name }, index) => `${name}  ${index + 1}`),
      cells: pairs.flatMap((pair) => {
        const text = textOf(files, pair);
        const label = isNarrow ? undefined : String(Math.round(pair.degree));
        return [
          [pair.a, pair.b],
          [pair.b, pair.a],
        ].map(([x = 0, y = 0]) => ({
          ...{ x, y, value: pair.degree, text },
          ...(label === undefined ? {} : { label }),
        }));
      }),
      ...{ steps, palette, nameWidth: isNarrow ? 120 : 240 },
    });
  }, [shape, files, pairs, steps, palette, isNarrow]);
  const all = useMemo(() => new Set(rows.flatMap(fileKeys)).size, [rows]);
  const height = shape === 'chord' ? (isNarrow ? 300 : 560) : 40 + files.length * 24;
  return (
    <div style={{ display: 'grid', gap: '0.75rem', minWidth: 0 }}>
      <Chart
        option={option}
        height={height}
        label={`Files that change together, drawn as a ${shape}; the table below has the figures`}
      />
      {all > files.length && (
        <Text size="xs" c="dimmed">
          Drawn are the {files.length} files of {all} with the most ties; the table has all pairs.
        </Text>
      )}
      {shape === 'matrix' && (
        <StepLegend
          title="Colour, the degree"
          steps={steps}
          scale={palette.scale}
          format={(value) => `${value} %`}
          notes={['The numbers above name the files that have them on the left.']}
        />
      )}
    </div>
  );
};
