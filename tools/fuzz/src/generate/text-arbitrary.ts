import fc from 'fast-check';
import type { JsonSchema } from '../document/json-schema.ts';

/** No longer text is made at random; a boundary is met by the near-valid values. */
const USUAL_LENGTH = 30;
const WORDS = [
  'main',
  'build',
  'acme/shop-api',
  'production',
  'Ünïcode ✓',
  '日本',
  'a',
  'feature/x',
  '1.2.3',
];
/** 2020 to 2027, so that most values lie where data lies. */
const FROM = new Date('2020-01-01T00:00:00Z');
const TO = new Date('2027-12-31T00:00:00Z');

const instant = fc.date({ min: FROM, max: TO, noInvalidDate: true });
const OFFSETS = ['Z', '+02:00', '-11:30'];

const dateTime = fc
  .tuple(instant, fc.constantFrom(...OFFSETS))
  .map(([at, offset]) => at.toISOString().replace('Z', offset));
const DATE_LENGTH = 10;
const date = instant.map((at) => at.toISOString().slice(0, 10));

/** The name of a format of the document, and texts of it. */
const FORMATS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'date-time': dateTime,
  date,
  uuid: fc.uuid(),
  // Of a domain that nobody can have: what the server is told to call must reach nobody.
  uri: fc.webPath().map((path) => `https://hooks.example${path}`),
  email: fc.emailAddress(),
};

/** Texts that a schema of type `string` takes. */
export const textArbitrary = (schema: JsonSchema): fc.Arbitrary<string> => {
  const known = FORMATS[schema.format ?? ''];
  if (known) return known;
  const most = schema.maxLength ?? Infinity;
  const least = schema.minLength ?? 0;
  const fits = (text: string): boolean => text.length >= least && text.length <= most;
  if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern)).filter(fits);
  const maxLength = Math.max(least, Math.min(most, USUAL_LENGTH));
  const random = fc.string({ unit: 'grapheme', minLength: least, maxLength }).filter(fits);
  const words = WORDS.filter(fits);
  const choices: fc.WeightedArbitrary<string>[] = [{ weight: 2, arbitrary: random }];
  if (words.length > 0) choices.push({ weight: 3, arbitrary: fc.constantFrom(...words) });
  // A text without a format is often a date or a time by the rules of the operation.
  if (most >= DATE_LENGTH && least <= DATE_LENGTH) choices.push({ weight: 1, arbitrary: date });
  return fc.oneof(...choices);
};
