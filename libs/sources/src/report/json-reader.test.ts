import { DomainError } from '@codemetrics/contracts';
import { describe, expect, test } from 'vitest';
import type { JsonPath, JsonValue } from './json-reader.ts';
import { JsonReader } from './json-reader.ts';
import { REPORT_LIMITS } from './report-limits.ts';

/** Every value at `wanted`, and the ends of what is around it, as they are heard. */
const read = (text: string, wanted: string, size = text.length, limits = {}) => {
  const heard: [string, JsonValue | 'end'][] = [];
  const name = (path: JsonPath) => path.join('.');
  const reader = new JsonReader(
    {
      wants: (path) => new RegExp(`^${wanted}$`).test(name(path)),
      value: (path, value) => heard.push([name(path), value]),
      end: (path) => heard.push([name(path), 'end']),
    },
    { ...REPORT_LIMITS, ...limits },
    1,
  );
  for (let at = 0; at < text.length; at += Math.max(size, 1)) reader.write(text.slice(at, at + size));
  reader.end();
  return JSON.parse(JSON.stringify(heard)) as typeof heard;
};

const refusal = (text: string, limits = {}): string => {
  try {
    return `accepted: ${JSON.stringify(read(text, 'x', 10, limits))}`;
  } catch (error) {
    if (error instanceof DomainError) return `${error.code}: ${error.detail}`;
    throw error;
  }
};

const DOCUMENT = `{"a": [1, {"b": "x\\u00e9\\n", "c": [true, null, -1.5e3]}],\n "d": {"__proto__": {"e": 1}, "a": []}, "a2": "ü"}`;

describe('JsonReader', () => {
  test('builds what is wanted, wherever the text is cut', () => {
    const whole = read(DOCUMENT, 'a\\.1|d');
    expect(whole).toEqual([
      ['a.1', { b: 'xé\n', c: [true, null, -1500] }],
      ['a', 'end'],
      ['d', JSON.parse('{"__proto__": {"e": 1}, "a": []}')],
      ['', 'end'],
    ]);
    for (let size = 1; size < 40; size++) expect(read(DOCUMENT, 'a\\.1|d', size)).toEqual(whole);
    expect(read(DOCUMENT, 'a2')).toContainEqual(['a2', 'ü']);
  });

  test.each([
    ['{"a": ', 'line 1: the report ends in the middle'],
    ['', 'line 1: the report ends in the middle'],
    ['{"a": "b', 'line 1: the report ends in the middle'],
    ['{\n"a": tru}', 'line 2: the JSON is not well-formed: "tru" where a value belongs'],
    ['{"a": 1}\n{}', 'line 2: something stands after the end'],
    ['1\n2', 'line 2: something stands after the end'],
    ['[1}', 'line 1: the JSON is not well-formed: } where a comma or an end belongs'],
    ['{1: 2}', 'line 1: the JSON is not well-formed: "1" where a key or } belongs'],
    [',', 'line 1: the JSON is not well-formed: , where a value belongs'],
    ['[1 2]', 'line 1: the JSON is not well-formed: "2" where a comma or an end belongs'],
    ['[1,]', 'line 1: the JSON is not well-formed: ] where a value belongs'],
    ['{"a" 1}', 'line 1: the JSON is not well-formed: "1" where a colon belongs'],
    ['{"a": 1,}', 'line 1: the JSON is not well-formed: } where a key belongs'],
    ['["\\x"]', 'line 1: the JSON is not well-formed: a text with a bad escape'],
    ['["a\nb"]', 'line 1: the JSON is not well-formed: a control character in a text'],
    ['[01]', 'line 1: the JSON is not well-formed: "01" where a value or ] belongs'],
    ['[NaN]', 'line 1: the JSON is not well-formed: "NaN" where a value or ] belongs'],
    ["[\n'a']", 'line 2: the JSON is not well-formed: "\'" where a value or ] belongs'],
  ])('refuses %j and names the line', (text, message) => {
    expect(refusal(text)).toContain(`invalid-report: ${message}`);
  });

  test('refuses what is too deep, too long or too much', () => {
    expect(refusal('['.repeat(100_000))).toContain('nested more than 100 deep');
    expect(refusal(`["${'x'.repeat(50)}`, { jsonTokenLength: 20 })).toContain('longer than 20 characters');
    expect(refusal(`{"x": [${'1,'.repeat(50)}1]}`, { jsonNodes: 20 })).toContain('more than 20 values');
  });
});
