import fc from 'fast-check';
import type { BodyKind } from '../document/operation.ts';
import type { Resolve } from '../document/json-schema.ts';
import type { Argument, Draft, DraftBody } from './draft.ts';
import { HOSTILE_BODIES } from './hostile-bodies.ts';
import { HOSTILE_TEXTS, HOSTILE_VALUES } from './hostile-values.ts';
import { nearValuesOf } from './near-values.ts';
import { placesOf, replaced } from './places.ts';
import { HOSTILE_REPORTS } from './reports.ts';
import { mutatedText } from './text-mutation.ts';

/** A draft with a mistake in it, and which. */
export interface Mistaken {
  readonly draft: Draft;
  readonly what: string;
}

type Change<T> = fc.Arbitrary<{ readonly value: T; readonly what: string }>;

const schemaOf = (draft: Draft): BodyKind['schema'] =>
  draft.operation.bodies.find((kind) => kind.mediaType === draft.body?.mediaType)?.schema ?? {};

const withArgument = (draft: Draft, index: number, value: unknown): Draft => ({
  ...draft,
  arguments: draft.arguments.map((one, at) => (at === index ? { ...one, value } : one)),
});

/** One place of a JSON value changed: almost right, or hostile. */
const changedJson = (draft: Draft, json: unknown, resolve: Resolve, isHostile: boolean): Change<unknown> => {
  const places = placesOf(schemaOf(draft), json, resolve);
  return fc.nat(places.length - 1).chain((index) => {
    const place = places[index]!;
    const choices = isHostile
      ? HOSTILE_VALUES.map((value) => ({ what: 'something hostile', value }))
      : nearValuesOf(place);
    return fc.nat(choices.length - 1).map((choice) => {
      const { what, value } = choices[choice]!;
      return {
        value: replaced(json, place.path, value),
        what: `${what} at ${place.path.join('.') || 'the whole'}`,
      };
    });
  });
};

const changedBody = (
  draft: Draft,
  body: DraftBody,
  resolve: Resolve,
  isHostile: boolean,
): Change<DraftBody> => {
  const { mediaType } = body;
  if ('json' in body)
    return changedJson(draft, body.json, resolve, isHostile).map(({ value, what }) => ({
      what,
      value: { mediaType, json: value },
    }));
  const raw = isHostile
    ? fc.constantFrom<string | Uint8Array>(...HOSTILE_REPORTS)
    : mutatedText(String(body.raw));
  return raw.map((value) => ({
    what: isHostile ? 'a hostile report' : 'a broken report',
    value: { mediaType, raw: value },
  }));
};

const changedArgument = (draft: Draft, isHostile: boolean): fc.Arbitrary<Mistaken> =>
  fc.nat(draft.arguments.length - 1).chain((index) => {
    const { parameter, value } = draft.arguments[index]!;
    const choices = isHostile
      ? HOSTILE_TEXTS.map((text) => ({ what: 'something hostile', value: text }))
      : nearValuesOf({ path: [parameter.name], value, schema: parameter.schema });
    return fc.nat(choices.length - 1).map((at) => ({
      what: `${choices[at]!.what} as ${parameter.name}`,
      draft: withArgument(draft, index, choices[at]!.value),
    }));
  });

const stray = (draft: Draft, name: string, value: unknown): Mistaken => {
  const more: Argument = { parameter: { name, in: 'query', schema: {} }, value };
  return { what: `the parameter ${name}`, draft: { ...draft, arguments: [...draft.arguments, more] } };
};

const strayArgument = (draft: Draft): fc.Arbitrary<Mistaken> => {
  const known = draft.operation.parameters.filter((one) => one.in === 'query').map((one) => one.name);
  const name = fc.constantFrom(
    'x',
    '__proto__',
    'constructor',
    'access_token',
    'limit',
    'a[b]',
    '\u0000',
    ...known,
  );
  return fc
    .tuple(name, fc.constantFrom<unknown>('', '1', ['1', '2']))
    .map(([one, value]) => stray(draft, one, value));
};

const wholeBody = (draft: Draft): fc.Arbitrary<Mistaken> =>
  fc.constantFrom(...HOSTILE_BODIES).map(({ what, body, headers = {} }) => ({
    what,
    draft: {
      ...draft,
      body: { mediaType: draft.body?.mediaType ?? 'application/json', raw: body },
      headers: { ...draft.headers, ...headers },
    },
  }));

/** One mistake in a draft: something almost right, or something hostile. */
export const mistakeArbitrary = (
  draft: Draft,
  resolve: Resolve,
  isHostile: boolean,
): fc.Arbitrary<Mistaken> => {
  const { body } = draft;
  const choices: fc.WeightedArbitrary<Mistaken>[] = [{ weight: 1, arbitrary: strayArgument(draft) }];
  if (draft.arguments.length > 0) choices.push({ weight: 4, arbitrary: changedArgument(draft, isHostile) });
  if (body)
    choices.push({
      weight: 8,
      arbitrary: changedBody(draft, body, resolve, isHostile).map(({ value, what }) => ({
        what,
        draft: { ...draft, body: value },
      })),
    });
  if (isHostile) choices.push({ weight: body ? 4 : 1, arbitrary: wholeBody(draft) });
  return fc.oneof(...choices);
};
