import fc from 'fast-check';
import type { BodyKind, Operation } from '../document/operation.ts';
import type { Argument, Draft, DraftBody } from './draft.ts';
import { isObject } from './places.ts';
import { REPORTS } from './reports.ts';
import type { ValidValues } from './schema-arbitrary.ts';
import { webhookArbitrary } from './webhooks.ts';

const argumentsOf = (operation: Operation, valid: ValidValues): fc.Arbitrary<readonly Argument[]> =>
  fc
    .tuple(
      ...operation.parameters.map((parameter) => {
        const value = valid(parameter.schema, parameter.name);
        const given = parameter.required ? value : fc.option(value, { nil: undefined, freq: 2 });
        return given.map((one): Argument => ({ parameter, value: one }));
      }),
    )
    .map((all) => all.filter((one) => one.value !== undefined));

/** The document's own example, some of its fields replaced: what the schema alone can't tell mostly stays right. */
const likeExample = (example: unknown, value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => {
  if (!isObject(example)) return value;
  return fc.tuple(value, fc.array(fc.boolean(), { maxLength: 6 })).map(([generated, kept]) =>
    isObject(generated)
      ? {
          ...example,
          ...Object.fromEntries(Object.entries(generated).filter((_, index) => kept[index] === true)),
        }
      : generated,
  );
};

const jsonBody = (kind: BodyKind, valid: ValidValues): fc.Arbitrary<DraftBody> => {
  const generated = valid(kind.schema);
  return fc
    .oneof(generated, likeExample(kind.example, generated), fc.constant(kind.example ?? {}))
    .map((json) => ({ mediaType: kind.mediaType, json }));
};

const bodyOf = (operation: Operation, valid: ValidValues): fc.Arbitrary<DraftBody | undefined> => {
  if (operation.bodies.length === 0) return fc.constant(undefined);
  const reports = REPORTS[operation.id];
  if (reports)
    return fc
      .tuple(fc.constantFrom(...operation.bodies), fc.constantFrom(...reports))
      .map(([{ mediaType }, raw]) => ({ mediaType, raw }));
  return fc.oneof(...operation.bodies.map((kind) => jsonBody(kind, valid)));
};

/** Drafts of calls that an operation should take, as far as its document tells. */
export const draftArbitrary = (operation: Operation, valid: ValidValues): fc.Arbitrary<Draft> =>
  operation.id === 'receiveWebhook'
    ? webhookArbitrary(operation)
    : fc
        .tuple(argumentsOf(operation, valid), bodyOf(operation, valid))
        .map(([given, body]) => ({ operation, arguments: given, body, headers: {} }));
