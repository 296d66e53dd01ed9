import type { Palette } from '../../charts/palette.ts';
import { formatValue } from '../../metrics/format-value.ts';
import { COLUMNS } from '../code-metrics.ts';
import type { Steps } from '../drawings/steps.ts';
import { colourOf, stepOf } from '../drawings/steps.ts';
import type { MapField } from '../drawings/treemap-option.ts';
import { numberIn } from '../table/answer-table.tsx';
import type { FileLeaf, FolderNode } from './file-tree.ts';

interface Look {
  /** The column that the area tells. */
  readonly area: string;
  readonly steps: Steps;
  readonly palette: Palette;
}

const fileField = ({ name, place, row }: FileLeaf, { area, steps, palette }: Look): MapField => {
  const score = numberIn(row, COLUMNS.score);
  const figures = Object.entries(row).flatMap(([column, value]) =>
    typeof value === 'number' ? [`${column.replaceAll('_', ' ')}: ${formatValue(value, 'count')}`] : [],
  );
  return {
    name,
    // What is nothing would have no field.
    area: Math.max(1, numberIn(row, area) ?? 0),
    colour: score === null ? palette.grid : colourOf(stepOf(score, steps), steps, palette.scale),
    text: [name, ...figures].join('\n'),
    leadsTo: place,
  };
};

/** What a folder holds, as fields: the folders in it and its files. */
export const mapFields = ({ folders, files }: FolderNode, look: Look): MapField[] => [
  ...folders.map((folder) => ({
    name: folder.name,
    text: folder.name,
    colour: look.palette.grid,
    leadsTo: folder.place,
    fields: mapFields(folder, look),
  })),
  ...files.map((file) => fileField(file, look)),
];
