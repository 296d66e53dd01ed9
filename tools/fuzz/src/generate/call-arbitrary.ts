import fc from 'fast-check';
import type { Resolve } from '../document/json-schema.ts';
import { findOperation } from '../document/find-operation.ts';
import type { Operation } from '../document/operation.ts';
import type { Call, CallKind } from './call.ts';
import type { Draft } from './draft.ts';
import { headersOf, targetOf } from './draft.ts';
import { draftArbitrary } from './draft-arbitrary.ts';
import { mistakeArbitrary } from './mistake-arbitrary.ts';
import type { ValidValues } from './schema-arbitrary.ts';
import { credentialsFor, safeCredential, weightOf } from './weights.ts';
import { wireMutated } from './wire-mutations.ts';

/** A draft put into words. */
export const toCall = (draft: Draft, kind: CallKind, what: string, credential: string): Call => {
  const { operation, body } = draft;
  const source = draft.arguments.find(
    ({ parameter }) => parameter.in === 'path' && parameter.name === 'source',
  );
  return {
    operation: operation.id,
    kind,
    what,
    credential,
    method: operation.method,
    target: targetOf(draft),
    headers: {
      ...(body ? { 'content-type': body.mediaType } : {}),
      ...headersOf(draft),
      ...draft.headers,
    },
    body: body === undefined ? undefined : 'json' in body ? (JSON.stringify(body.json) ?? '') : body.raw,
    isChunked: false,
    provenAs:
      operation.id === 'receiveWebhook' && typeof source?.value === 'string' ? source.value : undefined,
  };
};

const ofOperation = (operation: Operation, valid: ValidValues, resolve: Resolve): fc.Arbitrary<Call> => {
  const drafts = draftArbitrary(operation, valid);
  const credential = fc.oneof(
    ...credentialsFor(operation).map(({ value, weight }) => ({ weight, arbitrary: fc.constant(value) })),
  );
  const plain = fc
    .tuple(drafts, credential)
    .map(([draft, name]) => toCall(draft, 'valid', 'as documented', name));
  const mistaken = (kind: CallKind) =>
    fc
      .tuple(drafts, credential)
      .chain(([draft, name]) =>
        mistakeArbitrary(draft, resolve, kind === 'hostile').map((one) =>
          toCall(one.draft, kind, one.what, name),
        ),
      );
  const near = mistaken('near-valid');
  const hostile = mistaken('hostile');
  return fc.oneof(
    { weight: 6, arbitrary: plain },
    { weight: 7, arbitrary: near },
    { weight: 5, arbitrary: hostile },
    { weight: 1, arbitrary: plain.chain(wireMutated).map((call) => ({ ...call, kind: 'hostile' as const })) },
    { weight: 1, arbitrary: hostile.chain(wireMutated) },
  );
};

/** Calls of the chosen operations with every kind of value and credential. `all` are those of the whole document. */
export const callArbitrary = (
  chosen: readonly Operation[],
  all: readonly Operation[],
  valid: ValidValues,
  resolve: Resolve,
): fc.Arbitrary<Call> =>
  fc
    .oneof(
      ...chosen.map((operation) => ({
        weight: weightOf(operation),
        arbitrary: ofOperation(operation, valid, resolve),
      })),
    )
    .map((call) => {
      // Sent by another method or to another address, it may have become a call of another operation.
      const { operation } = findOperation(all, call.method, call.target);
      return { ...call, credential: safeCredential(operation, call.credential) };
    });
