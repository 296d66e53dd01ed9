import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { githubSource } from './index.ts';
import { mapChecked } from './test-payloads.ts';

const examples = createRequire(import.meta.url)('@octokit/webhooks-examples') as {
  name: string;
  examples: Record<string, unknown>[];
}[];

describe('GitHub’s own examples', () => {
  test.each(githubSource.events)('every %s maps to rows that the contracts accept', (event) => {
    const payloads = examples.filter(({ name }) => name === event).flatMap((entry) => entry.examples);
    expect(payloads.length).toBeGreaterThan(3);
    const mapped = payloads.map((content) => mapChecked(event, content)).filter((rows) => rows !== null);
    expect(mapped.length).toBeGreaterThan(0);
    for (const rows of mapped) {
      expect([...rows.runs, ...rows.deployments, ...rows.changes, ...rows.commits]).not.toEqual([]);
      expect(rows.repository).toMatch(/^[\w-]+\/[\w-]+$/);
    }
  });

  test('other events carry nothing', () => {
    const others = examples.filter(({ name }) => !githubSource.events.includes(name));
    expect(others.length).toBeGreaterThan(40);
    for (const { name, examples: payloads } of others) {
      for (const content of payloads) expect(githubSource.map(name, content)).toBeNull();
    }
    expect(githubSource.map('toString', {})).toBeNull();
  });
});

describe('signatures', () => {
  // The vector of GitHub's documentation, "Validating webhook deliveries".
  const secret = "It's a Secret to Everybody";
  const body = 'Hello, World!';
  const digest = '757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';

  test('the right one is accepted', () => {
    expect(githubSource.verify(secret, body, `sha256=${digest}`)).toBe(true);
    expect(githubSource.verify(secret, Buffer.from(body), `sha256=${digest.toUpperCase()}`)).toBe(true);
  });

  test.each([
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
    ['no text at all', secret, body, undefined as unknown as string],
    ['no body at all', secret, undefined as unknown as string, `sha256=${digest}`],
  ])('%s is refused and never throws', (_, ...call) => {
    expect(githubSource.verify(...call)).toBe(false);
  });
});
