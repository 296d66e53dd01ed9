import { expect, test } from 'vitest';
import { z } from 'zod';
import { BATCH_SHAPE, DomainError, JSON_SHAPE } from '@codemetrics/contracts';
import { inputParser } from './parse-input.ts';

const Row = z
  .strictObject({ id: z.string().min(1), at: z.number().default(7), many: z.array(z.string()).optional() })
  .refine((row) => row.id !== 'no', { error: 'is not allowed', path: ['id'] });
const Batch = z.strictObject({ rows: z.array(Row).min(1).max(100), dryRun: z.boolean().default(false) });
const { parse, shape } = inputParser(Batch);

const rows = (count: number, over: Record<number, unknown> = {}): unknown[] =>
  Array.from({ length: count }, (_, index) => over[index] ?? { id: `row-${index}` });

const errorsOf = async (input: Record<string, unknown>): Promise<unknown> => {
  try {
    await parse(input);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.errors;
    throw error;
  }
};

test('many rows are read as few are', async () => {
  for (const count of [1, 20, 21, 100])
    expect(await parse({ rows: rows(count), dryRun: true })).toEqual(
      Batch.parse({ rows: rows(count), dryRun: true }),
    );
});

test.each([2, 50])('of %i rows, the wrong ones are named by their place', async (count) => {
  expect(await errorsOf({ rows: rows(count, { 1: { id: 'no' } }) })).toEqual([
    { path: 'rows[1].id', message: 'is not allowed' },
  ]);
  expect(await errorsOf({ rows: rows(count, { 0: { id: 'a', x: 1 }, 1: 5 }) })).toMatchObject([
    { path: 'rows[0].x', message: 'unknown field' },
    { path: 'rows[1]' },
  ]);
});

test('what stands beside many rows is checked too, and how many there are', async () => {
  expect(await errorsOf({ rows: rows(50), x: 1 })).toEqual([{ path: 'x', message: 'unknown field' }]);
  expect(await errorsOf({ rows: rows(50), dryRun: 'no' })).toMatchObject([{ path: 'dryRun' }]);
  expect(await errorsOf({ rows: rows(101) })).toMatchObject([{ path: 'rows' }]);
  expect(await errorsOf({ rows: rows(0) })).toMatchObject([{ path: 'rows' }]);
});

test('thousands of wrong rows are refused without holding up others', async () => {
  const Wide = z.strictObject({
    rows: z.array(z.strictObject({ many: z.array(z.string().min(5)) })).max(1000),
  });
  const wide = inputParser(Wide);
  let longest = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  const bad = Array.from({ length: 1000 }, () => ({ many: Array.from({ length: 400 }, () => 0) }));
  await expect(wide.parse({ rows: bad })).rejects.toThrow('rows[0].many[0]');
  clearInterval(watch);
  expect(longest).toBeLessThan(200);
});

test('a batch may say more than other input', () => {
  expect(shape).toBe(BATCH_SHAPE);
  expect(inputParser(z.strictObject({ a: z.string() })).shape).toBe(JSON_SHAPE);
  expect(inputParser(Batch.refine(() => true)).shape).toBe(JSON_SHAPE);
});
