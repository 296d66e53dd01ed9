import { expect, test } from 'vitest';
import { hasTags, readTags, tagsOf, writeTags } from './tag-words.ts';

test('tags come back from the address, whatever is in them', () => {
  const words = ['team:payments', 'note:a, b % %2C', 'url:https://x.example'];
  expect(readTags(writeTags(words))).toEqual(words);
  expect(writeTags([])).toBeUndefined();
  expect(readTags('nonsense,:x,,team:a')).toEqual(['team:a']);
});

test('of one key any of its values will do, of several keys each must fit', () => {
  const tags = { team: 'a', tier: '1' };
  expect(hasTags(tags, [])).toBe(true);
  expect(hasTags(tags, ['team:a', 'team:b'])).toBe(true);
  expect(hasTags(tags, ['team:a', 'tier:2'])).toBe(false);
  expect(hasTags(tags, ['constructor:x'])).toBe(false);
});

test('tells every key with its values', () => {
  const workloads: { tags: Record<string, string> }[] = [
    { tags: { tier: '2' } },
    { tags: { tier: '1', area: 'x' } },
    { tags: { tier: '2' } },
  ];
  expect([...tagsOf(workloads)]).toEqual([
    ['area', ['x']],
    ['tier', ['1', '2']],
  ]);
});
