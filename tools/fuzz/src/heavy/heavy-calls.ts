import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { Operation } from '../document/operation.ts';
import type { Call } from '../generate/call.ts';
import { toCall } from '../generate/call-arbitrary.ts';
import { draftArbitrary } from '../generate/draft-arbitrary.ts';
import type { Draft } from '../generate/draft.ts';
import { isObject } from '../generate/places.ts';
import { REPORTS } from '../generate/reports.ts';
import type { ValidValues } from '../generate/schema-arbitrary.ts';
import { credentialsFor } from '../generate/weights.ts';
import { fullBatches } from './full-batches.ts';
import { HEAVY_REPORTS } from './heavy-reports.ts';
import { HEAVY_TEXTS } from './heavy-texts.ts';

/** A call that is made when its turn comes, since many of them together would not fit into memory. */
export type HeavyCall = () => Call;

const MIB = 1024 * 1024;
const BOMB_BYTES = 30 * MIB;

/** As the whole body, and as the value of the example's first field. */
const inPlace = (draft: Draft, text: string): string[] => {
  const { body } = draft;
  if (!body || !('json' in body) || !isObject(body.json)) return [text];
  const [first, ...others] = Object.entries(body.json);
  if (!first) return [text];
  const rest = others.map(([name, value]) => `,${JSON.stringify(name)}:${JSON.stringify(value)}`).join('');
  return [text, `{${JSON.stringify(first[0])}:${text}${rest}}`];
};

const callOf = (draft: Draft, what: string, raw: string | Uint8Array, isPacked: boolean): Call => {
  const { operation, body } = draft;
  const credential = credentialsFor(operation)[0]!.value;
  return toCall(
    {
      ...draft,
      body: { mediaType: body?.mediaType ?? 'application/json', raw },
      headers: { ...draft.headers, ...(isPacked ? { 'content-encoding': 'gzip' } : {}) },
    },
    'heavy',
    what,
    credential,
  );
};

const ofOperation = (operation: Operation, draft: Draft): HeavyCall[] => {
  if (REPORTS[operation.id])
    return HEAVY_REPORTS.map(
      ({ what, body, isPacked }) =>
        () =>
          callOf(draft, what, body(), isPacked),
    );
  return [
    ...HEAVY_TEXTS.flatMap(({ what, text }) =>
      [0, 1].map((place) => () => {
        const [whole, within] = inPlace(draft, text());
        return callOf(draft, what, place === 0 ? whole! : (within ?? whole!), false);
      }),
    ),
    ...operation.bodies
      .slice(0, 1)
      .flatMap(({ example }) => fullBatches(example))
      .map(
        ({ what, text }) =>
          () =>
            callOf(draft, what, text(), false),
      ),
    () => callOf(draft, 'a gzip bomb', gzipSync(Buffer.alloc(BOMB_BYTES, ' '), { level: 1 }), true),
    () =>
      callOf(draft, 'a gzip bomb of JSON', gzipSync(`[${'0,'.repeat(BOMB_BYTES / 2)}0]`, { level: 1 }), true),
    () => callOf(draft, 'a body over the limit', ' '.repeat(BOMB_BYTES), false),
  ];
};

/** The heaviest calls of every operation that takes a body, in a fixed order. */
export const heavyCalls = (
  operations: readonly Operation[],
  valid: ValidValues,
  seed: number,
): readonly HeavyCall[] =>
  operations
    .filter((operation) => operation.bodies.length > 0)
    .flatMap((operation) => {
      const [draft] = fc.sample(draftArbitrary(operation, valid), { seed, numRuns: 1 });
      return draft ? ofOperation(operation, draft) : [];
    });
