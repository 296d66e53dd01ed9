import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CATEGORIES } from './change-category.ts';

const PAGE = new URL('../../../../docs/metrics.md', import.meta.url);

test('each word names one category alone, in lower case as it is compared', () => {
  const words = Object.values(CATEGORIES).flat();
  expect(new Set(words).size).toBe(words.length);
  expect(words.map((word) => word.trim().toLowerCase())).toEqual(words);
});

describe.runIf(existsSync(PAGE))('docs/metrics.md', () => {
  test('lists the words of each category', () => {
    const rows = readFileSync(PAGE, 'utf8').matchAll(/^\| `([a-z]+)` +\| (.*?) +\|$/gm);
    const listed = Object.fromEntries([...rows].map(([, category, words]) => [category, words]));
    expect(Object.keys(listed)).toEqual(['category', ...Object.keys(CATEGORIES), 'other']);
    for (const [category, words] of Object.entries(CATEGORIES))
      expect(listed[category]?.split(', ').slice(0, words.length)).toEqual(words);
  });
});
