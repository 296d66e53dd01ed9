import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { queryCoercion } from './coerce-query.ts';

const coerce = queryCoercion(
  z.strictObject({
    limit: z.int().min(1).default(50),
    ratio: z.number().nullish(),
    dryRun: z.boolean().optional(),
    status: z.array(z.enum(['queued', 'running'])).optional(),
    name: z.string().optional(),
    ttl: z.union([z.string(), z.number()]).optional(),
    at: z.iso
      .datetime()
      .transform((value) => new Date(value))
      .optional(),
    either: z.union([z.boolean(), z.number()]).optional(),
  }),
);

describe('queryCoercion', () => {
  test.each([
    ['limit', '50', 50],
    ['limit', '-1', -1],
    ['limit', '007', 7],
    ['ratio', '0.25', 0.25],
    ['dryRun', 'true', true],
    ['dryRun', 'false', false],
    ['status', 'queued', ['queued']],
    ['status', ['queued', 'running'], ['queued', 'running']],
    ['name', '42', '42'],
    ['name', 'true', 'true'],
    // Text where text is allowed, too: `90d` and `3600` are both durations.
    ['ttl', '3600', '3600'],
    ['at', '2026-03-02T10:00:00Z', '2026-03-02T10:00:00Z'],
    ['either', '1', 1],
  ])('%s=%j becomes %j', (name, value, expected) => {
    expect(coerce({ [name]: value })).toEqual({ [name]: expected });
  });

  test.each([
    ['limit', ''],
    ['limit', ' 5'],
    ['limit', '5x'],
    ['limit', '1e3'],
    ['limit', '0x10'],
    ['limit', 'Infinity'],
    ['limit', '.5'],
    ['limit', '1234567890123456'],
    ['limit', ['1', '2']],
    ['dryRun', '1'],
    ['dryRun', 'TRUE'],
    ['dryRun', ''],
    ['unknown', '5'],
    ['constructor', '5'],
  ])('%s=%j stays as it is, for the contract to refuse', (name, value) => {
    expect(coerce({ [name]: value })).toEqual({ [name]: value });
  });

  test('leaves what is absent absent, so that defaults apply', () => {
    expect(coerce({})).toEqual({});
  });
});
