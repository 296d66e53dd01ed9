import { expect, test } from 'vitest';
import type { RunJob } from './lay-out-jobs.ts';
import { layOutJobs, ticksOf } from './lay-out-jobs.ts';

const at = (seconds: number | null): string | null =>
  seconds === null ? null : new Date(Date.UTC(2026, 2, 1) + seconds * 1000).toISOString();
const job = (queued: number | null, started: number | null, finished: number | null): RunJob =>
  ({
    status: finished === null ? (started === null ? 'queued' : 'running') : 'completed',
    queuedAt: at(queued),
    startedAt: at(started),
    finishedAt: at(finished),
  }) as RunJob;
const NOW = Date.UTC(2026, 2, 1) + 200_000;

test('jobs stand where their times say, waiting and working apart', () => {
  const { seconds, jobs } = layOutJobs([job(0, 20, 100), job(100, 120, 200)], NOW);
  expect(seconds).toBe(200);
  expect(jobs.map(({ left, queueWidth, workWidth }) => [left, queueWidth, workWidth])).toEqual([
    [0, 10, 40],
    [50, 10, 40],
  ]);
  expect(jobs.every((one) => one.isCritical)).toBe(true);
});

test('a job that runs or waits lasts up to now', () => {
  const { jobs } = layOutJobs([job(0, 100, null), job(0, null, null)], NOW);
  expect(jobs.map(({ queueWidth, workWidth }) => [queueWidth, workWidth])).toEqual([
    [50, 50],
    [100, 0],
  ]);
});

test('times that contradict each other draw nothing outside', () => {
  for (const one of [job(50, 20, 10), job(null, null, 10), job(null, 30, 10), job(10, null, 10)]) {
    const [placed] = layOutJobs([one], NOW).jobs;
    for (const part of [placed!.left, placed!.queueWidth, placed!.workWidth]) {
      expect(part).toBeGreaterThanOrEqual(0);
      expect(part).toBeLessThanOrEqual(100);
    }
  }
});

test('a few round marks, however long it took', () => {
  expect(ticksOf(300)).toEqual([0, 60, 120, 180, 240, 300]);
  for (const seconds of [1, 7, 59, 3601, 90_000, 5_000_000])
    expect(ticksOf(seconds).length).toBeLessThanOrEqual(7);
});
