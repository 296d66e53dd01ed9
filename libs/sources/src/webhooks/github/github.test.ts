import { createRequire } from 'node:module';
import { DomainError } from '@codemetrics/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { githubSource } from './index.ts';
import { mapChecked } from './test-payloads.ts';

const examples = createRequire(import.meta.url)('@octokit/webhooks-examples') as {
  name: string;
  examples: Record<string, unknown>[];
}[];

/** Replaces the field that one comes to by taking, at each level, the key of that number. */
const replaceAt = (whole: unknown, steps: readonly number[], value: unknown): unknown => {
  const [step, ...further] = steps;
  if (step === undefined) return value;
  if (typeof whole !== 'object' || whole === null) return whole;
  const keys = Object.keys(whole);
  const key = keys[step % Math.max(keys.length, 1)];
  if (key === undefined) return whole;
  const fields = whole as Record<string, unknown>;
  fields[key] = replaceAt(fields[key], further, value);
  return whole;
};

describe('GitHub’s own examples', () => {
  test.each(githubSource.events)('every %s maps to rows that the contracts accept', (event) => {
    const payloads = examples.filter(({ name }) => name === event).flatMap((entry) => entry.examples);
    expect(payloads.length).toBeGreaterThan(2);
    const mapped = payloads.map((content) => mapChecked(event, content)).filter((rows) => rows !== null);
    expect(mapped.length).toBeGreaterThan(0);
    for (const rows of mapped) {
      const { runs, jobs, deployments, changes, commits, issues, deletedIssues = [] } = rows;
      expect([runs, jobs, deployments, changes, commits, issues, deletedIssues].flat()).not.toEqual([]);
      expect(rows.repository).toMatch(/^[\w-]+\/[\w-]+$/);
    }
  });

  test('with any field replaced by anything they still map to rows that fit, or are refused', () => {
    const known = examples
      .filter(({ name }) => githubSource.events.includes(name))
      .flatMap(({ name, examples: payloads }) => payloads.map((content) => ({ name, content })));
    const value = fc.oneof(
      fc.jsonValue(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('x'.repeat(5000), '\u0000', '-1', 'closed', '2026-03-01T12:00:00Z', 1e300, {}, null),
    );
    const places = fc.array(fc.tuple(fc.array(fc.nat(), { minLength: 2, maxLength: 4 }), value), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.constantFrom(...known), places, ({ name, content }, changes) => {
        const hostile = changes.reduce<unknown>(
          (whole, [steps, changed]) => replaceAt(whole, steps, changed),
          structuredClone(content),
        );
        try {
          mapChecked(name, hostile);
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('other events carry nothing', () => {
    const others = examples.filter(({ name }) => !githubSource.events.includes(name));
    expect(others.length).toBeGreaterThan(35);
    for (const { name, examples: payloads } of others) {
      for (const content of payloads) expect(githubSource.map(name, content, {})).toEqual([]);
    }
    expect(githubSource.map('toString', {}, {})).toEqual([]);
  });
});

test('a delivery is told by its id, whatever else its headers say', () => {
  const head = (headers: Record<string, string>) => githubSource.head({ headers, body: '' }, null);
  expect(head({ 'x-github-event': 'push', 'x-github-delivery': 'd-1' })).toEqual({
    ...{ event: 'push', deliveryId: 'd-1' },
  });
  expect(head({ 'x-github-event': ' \u0000 ' })).toEqual({ event: 'unknown', deliveryId: null });
  expect(head({ 'x-github-event': 'x'.repeat(999) }).event).toHaveLength(100);
});

describe('signatures', () => {
  // The vector of GitHub's documentation, "Validating webhook deliveries".
  const secret = "It's a Secret to Everybody";
  const body = 'Hello, World!';
  const digest = '757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';

  const verify = (key: string, content: string, signature: string | undefined) =>
    githubSource.verify(key, { headers: { 'x-hub-signature-256': signature }, body: content });

  test('the right one is accepted', () => {
    expect(verify(secret, body, `sha256=${digest}`)).toBe(true);
    expect(verify(secret, body, `sha256=${digest.toUpperCase()}`)).toBe(true);
  });

  test.each<[string, string, string, string | undefined]>([
    ['another body', secret, `${body} `, `sha256=${digest}`],
    ['another secret', 'other', body, `sha256=${digest}`],
    ['no secret', '', body, `sha256=${digest}`],
    ['no prefix', secret, body, digest],
    ['another algorithm', secret, body, `sha1=${digest}`],
    ['too short', secret, body, `sha256=${digest.slice(2)}`],
    ['too long', secret, body, `sha256=${digest}00`],
    ['no hexadecimal', secret, body, `sha256=${'z'.repeat(64)}`],
    ['a line break behind it', secret, body, `sha256=${digest}\n`],
    ['empty', secret, body, ''],
    ['no signature at all', secret, body, undefined],
  ])('%s is refused and never throws', (_, ...call) => {
    expect(verify(...call)).toBe(false);
  });
});
