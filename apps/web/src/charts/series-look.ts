import type { Palette } from './palette.ts';
import { DASHES, SYMBOLS } from './palette.ts';
import type { TimeSeries } from './time-series.ts';

/** How one series is drawn; its legend outside of the picture looks the same. */
export interface SeriesLook {
  readonly color: string;
  readonly dash: (typeof DASHES)[number];
  /** null: a bare line. */
  readonly symbol: (typeof SYMBOLS)[number] | null;
  readonly opacity: number;
}

const pick = <T>(from: readonly T[], index: number): T => from[index % from.length] as T;

/** The look of a series that stands at `index` in its chart: colour, dash and symbol, so that colour alone never tells. */
export const lookOf = (
  { look, isEarlier, average }: Pick<TimeSeries, 'look' | 'isEarlier' | 'average'>,
  index: number,
  palette: Palette,
): SeriesLook => {
  const place = look ?? index;
  const color = isEarlier && look === undefined ? palette.dimmed : pick(palette.series, place);
  if (isEarlier) return { color, dash: 'dashed', symbol: null, opacity: look === undefined ? 1 : 0.45 };
  if (average !== undefined)
    return { color, dash: pick(['dashed', 'dotted'] as const, average), symbol: null, opacity: 1 };
  return {
    color,
    dash: pick(DASHES, Math.floor(place / palette.series.length)),
    symbol: pick(SYMBOLS, place),
    opacity: 1,
  };
};
