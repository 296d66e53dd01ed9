/** A box in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where the line goes, and its last point; `dots` are values between two gaps, which a line can't show. */
export interface SparklinePath {
  readonly line: string;
  readonly dots: readonly (readonly [number, number])[];
  readonly last: readonly [number, number] | null;
}

const PAD = 3;
const round = (value: number): number => Math.round(value * 10) / 10;

/** The path of values over equal steps. A null is a gap, never a zero. `fromZero`: the bottom of the box is 0. */
export const sparklinePath = (
  values: readonly (number | null)[],
  { width, height }: Size,
  fromZero: boolean,
): SparklinePath => {
  const known = values.filter((value) => value !== null);
  const low = fromZero ? Math.min(0, ...known) : Math.min(...known);
  const span = Math.max(...known) - low;
  const step = (width - 2 * PAD) / Math.max(1, values.length - 1);
  const places = values.map((value, index): readonly [number, number] | null =>
    value === null
      ? null
      : [
          round(PAD + index * step),
          // A line without any change lies in the middle, a row of zeros at the bottom.
          round(
            height - PAD - (span === 0 ? (fromZero ? 0 : 0.5) : (value - low) / span) * (height - 2 * PAD),
          ),
        ],
  );
  const line = places
    .map((place, index) => (place ? `${places[index - 1] ? 'L' : 'M'}${place[0]} ${place[1]}` : ''))
    .join('');
  const dots = places.filter((place, index) => place && !places[index - 1] && !places[index + 1]);
  return { line, dots: dots as [number, number][], last: places.findLast((place) => place !== null) ?? null };
};
