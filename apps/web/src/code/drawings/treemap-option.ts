import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from '../../charts/palette.ts';
import { textOn } from './steps.ts';
import { plainTooltip } from './tooltip.ts';

/** A field of the map, or one that holds others. */
export interface MapField {
  readonly name: string;
  /** Its share of the area; of a field that holds others, their sum. */
  readonly area?: number;
  readonly colour?: string;
  /** What it says when it is pointed at. */
  readonly text: string;
  /** What a press on it leads to. */
  readonly leadsTo: unknown;
  readonly fields?: readonly MapField[];
}

const drawn = ({ name, area, colour, text, leadsTo, fields }: MapField): Record<string, unknown> => ({
  name,
  text,
  leadsTo,
  ...(area === undefined ? {} : { value: area }),
  ...(colour === undefined ? {} : { itemStyle: { color: colour }, label: { color: textOn(colour) } }),
  ...(fields === undefined ? {} : { children: fields.map(drawn) }),
});

/** What ECharts draws for fields in fields. It neither zooms nor leads back by itself: the address does. */
export const treemapOption = (fields: readonly MapField[], palette: Palette): EChartsCoreOption => ({
  animation: false,
  tooltip: plainTooltip(palette, (data) => (data as Partial<MapField> | undefined)?.text ?? ''),
  series: [
    {
      type: 'treemap',
      ...{ left: 0, right: 0, top: 0, bottom: 0 },
      ...{ roam: false, nodeClick: false, breadcrumb: { show: false } },
      visibleMin: 60,
      data: fields.map(drawn),
      label: {
        ...{ show: true, color: palette.text, fontFamily: 'inherit', fontSize: 11 },
        ...{ overflow: 'truncate', padding: 3 },
      },
      upperLabel: {
        ...{ show: true, height: 18, color: palette.text, fontFamily: 'inherit', fontSize: 11 },
        ...{ fontWeight: 600, overflow: 'truncate', padding: [0, 4] },
      },
      // A folder too small for what it holds is drawn in its own colour.
      itemStyle: { color: palette.grid, borderColor: palette.grid, borderWidth: 1, gapWidth: 1 },
      levels: [
        {
          upperLabel: { show: false },
          itemStyle: { borderColor: palette.surface, borderWidth: 0, gapWidth: 3 },
        },
      ],
    },
  ],
});
