import type { AppRouter } from '@codemetrics/api';
import type { CallOptions } from './options.ts';

/** Every procedure of the server, by noun and verb. */
export type Procedures = AppRouter['_def']['record'];

/** How a call travels: a query, or a mutation that may or may not be sent again (see `Repeat`). */
export type CallKind = 'query' | 'repeatable' | 'once';

interface Procedure {
  readonly _def: {
    readonly type: 'query' | 'mutation' | 'subscription';
    readonly $types: { readonly input: unknown; readonly output: unknown };
  };
}

type KindOf<P> = P extends { readonly _def: { readonly type: 'query' } } ? 'query' : 'repeatable' | 'once';

/** A table that names every procedure of a router, and each by its own kind. */
export type CallTable<T> = { readonly [N in keyof T]: { readonly [V in keyof T[N]]: KindOf<T[N][V]> } };

/**
 * Every call and its kind. An operation that the server gains, loses or changes fails to compile here. `once` are those
 * that make something new, or whose second doing is refused although the first went well, such as a change of password.
 */
export const CALLS = {
  session: {
    create: 'once',
    get: 'query',
    delete: 'repeatable',
    changePassword: 'once',
    providers: 'query',
    showToken: 'repeatable',
  },
  sessions: { list: 'query', delete: 'repeatable', deleteAll: 'repeatable' },
  tokens: {
    create: 'once',
    list: 'query',
    revoke: 'repeatable',
    rotate: 'once',
    rotateSelf: 'once',
    usage: 'query',
    dailyUsage: 'query',
    exchange: 'once',
  },
  ciIdentities: { list: 'query', create: 'once', delete: 'repeatable' },
  keys: { list: 'query', rotate: 'once', end: 'repeatable' },
  notices: { list: 'query', dismiss: 'repeatable' },
  noticeWebhooks: { list: 'query', create: 'once', delete: 'repeatable', test: 'once' },
  workloads: {
    list: 'query',
    create: 'once',
    get: 'query',
    replace: 'repeatable',
    delete: 'repeatable',
    apply: 'repeatable',
    freshness: 'query',
  },
  users: { list: 'query', create: 'once', get: 'query', update: 'repeatable', delete: 'repeatable' },
  system: { config: 'query', settings: 'query' },
  query: { run: 'query', metrics: 'query', rows: 'query' },
  pipelineRuns: { list: 'query', get: 'query', send: 'repeatable' },
  queryJobs: { start: 'once', get: 'query', cancel: 'repeatable' },
  savedQueries: { list: 'query', get: 'query', save: 'repeatable', delete: 'repeatable' },
  pipelineJobs: { send: 'repeatable' },
  deployments: { list: 'query', send: 'repeatable' },
  incidents: { list: 'query', send: 'repeatable' },
  changes: { send: 'repeatable' },
  commits: { send: 'repeatable' },
  issues: { send: 'repeatable' },
  coverage: { upload: 'repeatable' },
  tests: { upload: 'repeatable' },
  vulnerabilities: { upload: 'repeatable' },
  measurements: { send: 'repeatable' },
  sources: {
    list: 'query',
    configure: 'repeatable',
    receive: 'repeatable',
    replay: 'repeatable',
    deliveries: 'query',
    delivery: 'query',
    replayDelivery: 'repeatable',
  },
  audit: { list: 'query' },
} as const satisfies CallTable<Procedures>;

type TypesOf<P> = P extends Procedure ? P['_def']['$types'] : never;

/** One call: the input may be left out where nothing in it is required. */
export type Call<I, O> =
  Record<never, never> extends I
    ? (input?: I, options?: CallOptions) => Promise<O>
    : (input: I, options?: CallOptions) => Promise<O>;

/** Every call of the API by noun and verb, such as `client.tokens.create({ subject: 'ci' })`. */
export type CodeMetricsClient = {
  readonly [N in keyof Procedures]: {
    readonly [V in keyof Procedures[N]]: Call<
      TypesOf<Procedures[N][V]>['input'],
      TypesOf<Procedures[N][V]>['output']
    >;
  };
};

/** What a call takes: `InputOf<'tokens', 'create'>`. */
export type InputOf<N extends keyof Procedures, V extends keyof Procedures[N]> = TypesOf<
  Procedures[N][V]
>['input'];

/** What a call answers: `OutputOf<'tokens', 'create'>`. */
export type OutputOf<N extends keyof Procedures, V extends keyof Procedures[N]> = TypesOf<
  Procedures[N][V]
>['output'];
