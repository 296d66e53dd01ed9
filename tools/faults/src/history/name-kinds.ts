import type { Call } from './call.ts';

/** How many calls there are of each kind and outcome, for a person: `3 × send 503, 1 × read ECONNRESET`. */
export const nameKinds = (calls: readonly Call[]): string =>
  [...Map.groupBy(calls, (call) => `${call.what} ${call.error ?? call.status}`)]
    .map(([kind, some]) => `${some.length} × ${kind}`)
    .join(', ') || 'none';
