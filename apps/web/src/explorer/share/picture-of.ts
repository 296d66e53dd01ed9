import type { Palette } from '../../charts/palette.ts';
import { lookOf } from '../../charts/series-look.ts';
import type { StandingChart } from '../answer/standing-charts.ts';
import type { PictureName } from './draw-picture.ts';
import { drawPicture } from './draw-picture.ts';

const MOST_NAMES = 60;

/** The legend of what the charts draw; a ranking names its rows itself. */
const namesOf = (charts: readonly StandingChart[], palette: Palette): PictureName[] =>
  charts
    .filter(({ isRanking }) => !isRanking)
    .flatMap(({ series }) =>
      series.map((one, index) => ({ name: one.name, look: lookOf(one, index, palette) })),
    )
    .slice(0, MOST_NAMES);

/** A picture of the charts on the screen, with a title, and a legend that tells the lines apart. */
export const pictureOf = async (
  standing: ReadonlyMap<string, StandingChart>,
  range: { readonly start: string; readonly end: string },
  palette: Palette,
): Promise<Blob> => {
  const charts = [...standing.values()];
  const picture = await drawPicture({
    title: `${[...standing.keys()].join(', ')}, ${range.start} – ${range.end}`,
    charts: charts.map(({ chart }) => chart),
    names: namesOf(charts, palette),
    palette,
  });
  if (!picture) throw new Error('The browser can’t draw it.');
  return picture;
};
