/** JSON texts that cost a careless reader much: to parse, to hold, or to walk through. */
export interface HeavyText {
  readonly what: string;
  readonly text: () => string;
}

const MIB = 1024 * 1024;
/** Just below the most that a JSON body may be. */
const FULL = 5 * MIB - 1000;
const DEEP = 100_000;

/** As often as it fits into a full body. */
const filled = (piece: string, last: string): string => piece.repeat(Math.floor(FULL / piece.length)) + last;

export const HEAVY_TEXTS: readonly HeavyText[] = [
  { what: '100,000 arrays in each other', text: () => '['.repeat(DEEP) + ']'.repeat(DEEP) },
  { what: '100,000 objects in each other', text: () => '{"a":'.repeat(DEEP) + '1' + '}'.repeat(DEEP) },
  { what: 'millions of arrays in each other', text: () => '['.repeat(FULL) },
  { what: 'millions of numbers', text: () => `[${filled('0,', '0')}]` },
  { what: 'millions of empty objects', text: () => `[${filled('{},', '{}')}]` },
  { what: 'millions of empty texts', text: () => `[${filled('"",', '""')}]` },
  {
    what: 'very many fields',
    text: () => `{${Array.from({ length: 350_000 }, (_, index) => `"k${index}":1`).join(',')}}`,
  },
  { what: 'one field very often', text: () => `{${filled('"a":1,', '"a":1')}}` },
  { what: 'one very long text', text: () => `"${'x'.repeat(FULL)}"` },
  { what: 'one very long text of escapes', text: () => `"${'\\u0000'.repeat(Math.floor(FULL / 6))}"` },
  { what: 'one very long number', text: () => '9'.repeat(FULL) },
  { what: 'one very long fraction', text: () => `0.${'1'.repeat(FULL)}` },
  { what: 'one very long name of a field', text: () => `{"${'x'.repeat(FULL)}":1}` },
  { what: 'blanks alone', text: () => ' '.repeat(FULL) },
];
