import { describe, expect, test } from 'vitest';
import { BATCH_SHAPE, DomainError, JSON_SHAPE } from '@codemetrics/contracts';
import { parseJson } from './parse-json.ts';

const refusalOf = async (text: string, shape = JSON_SHAPE): Promise<string | undefined> => {
  try {
    await parseJson(text, shape);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return `${error.code}: ${error.detail}`;
    throw error;
  }
};

describe('parseJson', () => {
  test.each([
    '{"a":[1,"\\u0041",null,{}]}',
    '[]',
    '0',
    '"__proto__"',
    '{"a":"__proto__"}',
    '["\\u005f_proto__"]',
  ])('reads %s as JSON.parse does', async (text) => {
    expect(await parseJson(text, JSON_SHAPE)).toEqual(JSON.parse(text));
  });

  test.each([
    '{"__proto__":1}',
    '{"a":[{"b":{"__proto__":{}}}]}',
    '{"\\u005f\\u005fproto\\u005f\\u005f":1}',
    '[{"_\\u005Fproto__":null}]',
  ])('refuses the field __proto__ in %s', async (text) => {
    expect(await refusalOf(text)).toBe('malformed-body: The body has a field named __proto__.');
  });

  test('refuses what is no JSON, or too heavy', async () => {
    expect(await refusalOf('{"a":}')).toBe('malformed-body: The body is not valid JSON.');
    expect(await refusalOf('['.repeat(101))).toBe('malformed-body: The body is nested more than 100 deep.');
    expect(await refusalOf(`[${'0,'.repeat(50_000)}0]`)).toMatch(/^payload-too-large: /);
    expect(await refusalOf(`[${'0,'.repeat(50_000)}0]`, BATCH_SHAPE)).toBeUndefined();
  });
});
