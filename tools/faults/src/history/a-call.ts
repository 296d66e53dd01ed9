import type { Call } from './call.ts';

/** An accepted call from 0 to 1; for tests. */
export const aCall = (over: Partial<Call> = {}): Call => ({
  ...{ what: 'read', url: 'http://one', requestId: 'r1', startedAt: 0, endedAt: 1, status: 200 },
  ...{
    hasRetryAfter: false,
    error: undefined,
    credential: undefined,
    batch: undefined,
    target: undefined,
    action: undefined,
  },
  ...over,
});
