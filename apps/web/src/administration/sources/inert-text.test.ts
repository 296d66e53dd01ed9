import { expect, test } from 'vitest';
import { prettyJson, showHidden } from './inert-text.ts';

test('what turns text around or hides is written out, and nothing else', () => {
  expect(showHidden('a\u202eb\u200bc\u2066d\u0000')).toBe('a\\u202eb\\u200bc\\u2066d\\u0000');
  expect(showHidden('Grüße 🦊\n\tשלום')).toBe('Grüße 🦊\n\tשלום');
});

test('JSON is broken into lines, anything else stays as it is', () => {
  expect(prettyJson('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
  expect(prettyJson('{"a":')).toBe('{"a":');
});
