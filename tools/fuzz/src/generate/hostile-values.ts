/** A number as it is written, which `JSON.stringify` could not write. Node 22 and later. */
const rawNumber = (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON;

const nested = (depth: number, around: (inner: unknown) => unknown): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = around(value);
  return value;
};

const field = (name: string, value: unknown): unknown => Object.fromEntries([[name, value]]);

/** Texts that break what is careless with text. */
export const HOSTILE_TEXTS: readonly string[] = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfffx',
  '\udc00\ud800',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  "'; drop table users; --",
  "' or '1'='1",
  '\\',
  '%',
  '_%',
  '%s%n%x',
  '${7*7}{{7*7}}<%= 7*7 %>',
  '../../../../etc/passwd',
  'file:///etc/passwd',
  'javascript:alert(1)',
  '<script>alert(1)</script>',
  '=cmd|calc!A1',
  '\r\nSet-Cookie: a=b',
  '\n',
  '\u2028',
  '\ufeff',
  '\u202eabc',
  '\u0301'.repeat(500),
  '👩‍👩‍👧‍👦'.repeat(100),
  ' '.repeat(1000),
  'x'.repeat(100_000),
  `${'a'.repeat(5000)}!`,
  '10000-01-01',
  '0000-00-00',
  '-271821-04-20T00:00:00.000Z',
  '+275760-09-13T00:00:00.001Z',
  '2024-02-30',
  '2023-02-29T00:00:00Z',
  '9999-12-31T23:59:60Z',
  '1970-01-01T00:00:00+23:59',
  '1969-12-31T23:59:59Z',
  '2026-01-01T00:00:00.123456789123456789Z',
  'infinity',
  'NaN',
  'null',
  'true',
  '1e400',
  '999999999999999999999d',
  '-1s',
  '0x10',
  'tag:__proto__',
  'tag:',
  'Etc/GMT+99',
  '0.0.0.0/0',
  '::/0',
  '::ffff:127.0.0.1/200',
  'all',
  '*',
  '**',
];

/** Values of every other kind that do. */
export const HOSTILE_OTHERS: readonly unknown[] = [
  rawNumber('1e400'),
  rawNumber('-1e400'),
  rawNumber('1e-400'),
  rawNumber('-0'),
  rawNumber('9007199254740993'),
  rawNumber('99999999999999999999999999999999999999'),
  rawNumber('0.1000000000000000055511151231257827021181583404541015625'),
  2_147_483_648,
  -2_147_483_649,
  rawNumber('9223372036854775808'),
  Number.MAX_VALUE,
  Number.MIN_VALUE,
  -1,
  nested(1000, (inner) => [inner]),
  nested(1000, (inner) => ({ a: inner })),
  field('__proto__', { admin: true }),
  field('constructor', { prototype: { admin: true } }),
  field('toString', null),
  field('', ''),
  field('\u0000', '\u0000'),
  field('\ud800', 1),
  field('k'.repeat(10_000), 1),
  { start: '0001-01-01', end: '9999-12-31' },
  { start: '10000-01-01', end: '20000-01-01' },
  Array.from({ length: 2000 }, () => null),
  Array.from({ length: 1001 }, () => ({})),
  Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`k${index}`, index])),
  [[]],
  ['all', 'all'],
];

/** Every hostile value that stands well in the place of any other. */
export const HOSTILE_VALUES: readonly unknown[] = [...HOSTILE_TEXTS, ...HOSTILE_OTHERS];
