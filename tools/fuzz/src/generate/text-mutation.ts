import fc from 'fast-check';

const PIECES = [
  '\u0000',
  '"',
  '<',
  '>',
  '&',
  '\n',
  '\r',
  ']]>',
  '-',
  '9'.repeat(40),
  '1e400',
  '\u2028',
  '{',
  ']',
  'é',
];

interface Edit {
  readonly at: number;
  readonly length: number;
  readonly put: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(99),
  length: fc.constantFrom(0, 0, 1, 5, 1000),
  put: fc.constantFrom('', ...PIECES),
});

const applied = (text: string, { at, length, put }: Edit): string => {
  const from = Math.floor((text.length * at) / 100);
  return text.slice(0, from) + put + text.slice(from + length);
};

/** The same text with a few pieces cut out or put in. */
export const mutatedText = (text: string): fc.Arbitrary<string> =>
  fc.array(edit, { minLength: 1, maxLength: 3 }).map((edits) => edits.reduce(applied, text));
