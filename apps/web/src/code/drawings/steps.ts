/** The upper ends of steps from little to much, each included; fewer where there is less to tell apart. */
export type Steps = readonly number[];

const STEPS = 5;

/**
 * Whole numbers, the last at least `most`. A `power` above 1 keeps the upper steps wide, where few values are far above
 * all others.
 */
export const stepsUpTo = (most: number, { least = 0, power = 1 } = {}): Steps => [
  ...new Set(
    Array.from({ length: STEPS }, (_, index) =>
      // The small part keeps 4.000000001 from becoming 5.
      Math.max(1, Math.ceil(least + (most - least) * ((index + 1) / STEPS) ** power - 1e-6)),
    ),
  ),
];

/** Which step a value lies in. */
export const stepOf = (value: number, steps: Steps): number => {
  const step = steps.findIndex((end) => value <= end);
  return step === -1 ? steps.length - 1 : step;
};

/** The colour of a step; the last is always the strongest. */
export const colourOf = (step: number, steps: Steps, scale: readonly string[]): string =>
  scale[scale.length - steps.length + step] ?? scale.at(-1) ?? '';

const channel = (hex: string, at: number): number => {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** A text colour that can be read on `#rrggbb`. */
export const textOn = (background: string): string => {
  const light =
    0.2126 * channel(background, 1) + 0.7152 * channel(background, 3) + 0.0722 * channel(background, 5);
  // Where black and white are as far from it: either has 4.5 to 1 there.
  return light > 0.179 ? '#000000' : '#ffffff';
};
