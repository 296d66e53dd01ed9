import { expect, test } from 'vitest';
import { retryPauseMs } from './retry-pause.ts';

const pauses = (random: number): number[] => {
  const all: number[] = [];
  for (let attempts = 1; ; attempts++) {
    const pause = retryPauseMs(attempts, () => random);
    if (pause === undefined) return all;
    all.push(pause);
  }
};

test('pauses grow over two days, and then it is given up', () => {
  expect(pauses(0.5).map((ms) => ms / 1000)).toEqual([5, 60, 300, 1800, 7200, 21_600, 43_200, 86_400]);
});

test('each pause is up to a tenth shorter or longer', () => {
  expect(pauses(0)[0]).toBe(4500);
  expect(pauses(1)[7]).toBe(86_400 * 1100);
});
