import { useComputedColorScheme } from '@mantine/core';

/** The colours that a chart draws in. */
export interface Palette {
  /** One a series, told apart by people who see no red, no green or no blue; after the last, the first again. */
  readonly series: readonly string[];
  readonly text: string;
  readonly dimmed: string;
  readonly grid: string;
  readonly surface: string;
  readonly better: string;
  readonly worse: string;
  /** From little to much. */
  readonly scale: readonly string[];
}

// After Okabe and Ito's colours for colour-blind readers, darkened or lightened to 3 to 1 against the surface.
const LIGHT: Palette = {
  series: ['#3b5bdb', '#b85c00', '#00795c', '#a6358f', '#8a6d00', '#0b7fb0', '#c2362b', '#5f6873'],
  text: '#212529',
  dimmed: '#495057',
  grid: '#dee2e6',
  surface: '#ffffff',
  better: '#0b6e4f',
  worse: '#b02525',
  scale: ['#eef1fb', '#b9c6f3', '#7f97e8', '#3b5bdb', '#22388f'],
};

const DARK: Palette = {
  series: ['#8aa4ff', '#f2a65a', '#4fc9a4', '#e58bd3', '#e0c341', '#6bc5ee', '#ff8f85', '#a9b1bb'],
  text: '#dde2e8',
  dimmed: '#a9b1bb',
  grid: '#363c44',
  surface: '#1b1e23',
  better: '#5fd3a5',
  worse: '#ff9b9b',
  scale: ['#242b45', '#34437f', '#4a61b8', '#7590f2', '#c3d0ff'],
};

/** The colours of the present theme. */
export const usePalette = (): Palette =>
  useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark' ? DARK : LIGHT;

/** Dashes tell lines apart where colours begin again, or can't be seen. */
export const DASHES = ['solid', 'dashed', 'dotted'] as const;

/** The shape at a line's points, for the same reason. */
export const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect'] as const;
