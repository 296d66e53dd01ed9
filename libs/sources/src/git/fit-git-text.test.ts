import { line, paragraph } from '@codemetrics/contracts';
import { expect, test } from 'vitest';
import { fitLine, fitMessage } from './fit-git-text.ts';

test.each([
  [' src/a\tb.ts ', 'src/a b.ts'],
  ['caf\u0085é\u009f', 'caf é'],
  ['Jo\u0000\ud83c', 'Jo \ufffd'],
  ['x'.repeat(30), 'x'.repeat(20)],
])('%j becomes the line %j', (text, expected) => {
  const fitted = fitLine(text, 20);
  expect(fitted).toBe(expected);
  expect(line(20).parse(fitted)).toBe(fitted);
});

test('a message keeps its lines and loses what stands around them', () => {
  const fitted = fitMessage('\nfix:\n\n\tall\u0096of it\u0007\n', 100);
  expect(fitted).toBe('fix:\n\n\tall of it');
  expect(paragraph(100).parse(fitted)).toBe(fitted);
  expect(fitMessage(' \u0090\n', 100)).toBeNull();
});
