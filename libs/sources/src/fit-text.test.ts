import { line, paragraph } from '@codemetrics/contracts';
import { expect, test } from 'vitest';
import { firstHttpUrl, fit, fitParagraph } from './fit-text.ts';

test.each([
  ['  a title  ', 'a title'],
  ['a\u0000b\tc\nd\u2028e', 'a b c d e'],
  ['a \ud83c b', 'a \ufffd b'],
  ['x'.repeat(20), 'x'.repeat(10)],
  ['123456789🎯', '123456789'],
  ['12345678🎯', '12345678🎯'],
  ['12345678  90', '12345678'],
  [' \n\u0000 ', null],
  ['', null],
  [undefined, null],
])('%j fits as %j', (text, expected) => {
  const fitted = fit(text, 10);
  expect(fitted).toBe(expected);
  if (fitted) expect(line(10).parse(fitted)).toBe(fitted);
});

test('paragraphs keep their lines', () => {
  const fitted = fitParagraph('fix:\n\tall\u0000 \udc00of it\u007f', 100);
  expect(fitted).toBe('fix:\n\tall  \ufffdof it ');
  expect(paragraph(100).parse(fitted)).toBe(fitted);
  expect(fitParagraph(`${'x'.repeat(9)}🎯`, 10)).toBe('x'.repeat(9));
  expect(fitParagraph(null, 10)).toBeNull();
});

test('only addresses that a browser may open pass', () => {
  expect(
    firstHttpUrl('', null, 'javascript:alert(1)', 'ftp://x', 'https://', 'https://a.example/1', 'https://b'),
  ).toBe('https://a.example/1');
  expect(firstHttpUrl(`https://a.example/${'x'.repeat(2000)}`)).toBeNull();
});
