import { expect, test } from 'vitest';
import { createSlowProgress } from './slow-progress.ts';

const show = (isTTY: boolean) => {
  let [time, written] = [0, ''];
  const output = { isTTY, write: (text: string) => void (written += text) };
  return {
    progress: createSlowProgress(output, () => time),
    at: (ms: number) => (time = ms),
    take: () => written,
  };
};

test('a terminal sees nothing in the first second, then one line, which goes away', () => {
  const { progress, at, take } = show(true);
  at(900);
  progress.show({ phase: 'checking', bytes: 1, totalBytes: 2 });
  progress.clear();
  expect(take()).toBe('');
  at(1500);
  progress.show({ phase: 'loading', table: 'commits', bytes: 1_500_000, totalBytes: 2_000_000 });
  progress.clear();
  expect(take()).toBe('\r\u001b[KLoading, commits, 75 % of 2.0 MB\r\u001b[K');
});

test('a log gets a line now and then', () => {
  const { progress, at, take } = show(false);
  for (const ms of [500, 2500, 3000, 5000]) {
    at(ms);
    progress.show({ phase: 'writing', table: 'commits', bytes: ms * 1000 });
  }
  progress.clear();
  expect(take()).toBe('Backing up, commits, 2.5 MB\nBacking up, commits, 5.0 MB\n');
});
