import { expect, test } from 'vitest';
import { colourOf, stepOf, stepsUpTo, textOn } from './steps.ts';

const SCALE = ['#eef1fb', '#b9c6f3', '#7f97e8', '#3b5bdb', '#22388f'];

test('steps are whole numbers up to the most there is', () => {
  expect(stepsUpTo(100)).toEqual([20, 40, 60, 80, 100]);
  expect(stepsUpTo(100, { power: 2 })).toEqual([4, 16, 36, 64, 100]);
  expect(stepsUpTo(100, { least: 30 })).toEqual([44, 58, 72, 86, 100]);
  expect(stepsUpTo(3)).toEqual([1, 2, 3]);
  expect(stepsUpTo(0)).toEqual([1]);
});

test('a value is in the step whose end it does not exceed', () => {
  const steps = stepsUpTo(100);
  expect([0, 20, 20.5, 100, 101].map((value) => stepOf(value, steps))).toEqual([0, 0, 1, 4, 4]);
});

test('the most is the strongest colour, however few steps there are', () => {
  for (const most of [1, 3, 100]) {
    const steps = stepsUpTo(most);
    expect(colourOf(stepOf(most, steps), steps, SCALE)).toBe('#22388f');
  }
});

test.each([...SCALE, '#242b45', '#34437f', '#4a61b8', '#7590f2', '#c3d0ff', '#808080'])(
  'text on %s is read',
  (background) => {
    const lightness = (hex: string): number =>
      [1, 3, 5]
        .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index]!, 0);
    const [high, low] = [lightness(background), lightness(textOn(background))].sort((a, b) => b - a);
    expect((high! + 0.05) / (low! + 0.05)).toBeGreaterThanOrEqual(4.5);
  },
);
