import type { Guard } from '../guard.ts';
import { api, edit, unit } from '../shown-by.ts';

/** What keeps one caller from taking all. */
export const LIMITS: readonly Guard[] = [
  {
    promise: 'limits: servers share one count',
    ...edit('apps/server/src/call-count.ts', 'databaseUrl === undefined', "databaseUrl !== ''"),
    ...api('rate-limit-shared'),
    named: 'PostgreSQL',
  },
  {
    promise: 'limits: a batch pays for each of its calls',
    ...edit(
      'libs/api/src/admit.ts',
      'if (!ctx.isContinued)',
      'const once = ctx as { paid?: boolean };\n  if (!once.paid && (once.paid = true))',
    ),
    ...api('rate-limit'),
  },
  {
    promise: 'limits: leases stay within 1 % of the limit',
    ...edit('libs/api/src/rate-limits.ts', 'const LEASED_PART = 1 / 400;', 'const LEASED_PART = 1 / 20;'),
    ...unit('libs/api/src/rate-limits'),
  },
  {
    promise: 'limits: ten failures lock an account',
    ...edit(
      'libs/services/src/sessions/sign-in-guard.ts',
      'const ACCOUNT_FAILURES = 10;',
      'const ACCOUNT_FAILURES = 1000;',
    ),
    ...api('sessions'),
  },
  {
    promise: 'limits: guessing credentials uses up an address',
    ...edit('libs/api/src/admit.ts', 'if (isRefused) await countGuess(ctx);', ''),
    ...api('rate-limit'),
  },
  {
    promise: 'limits: beyond what is worked on at once, a request is refused',
    ...edit('apps/server/src/http/admission.ts', 'current[kind] >= limits[kind]', 'current[kind] < 0'),
    ...unit('apps/server/src/http/admission'),
  },
  {
    promise: 'limits: the unpacked size of a body is bounded',
    ...edit('libs/rest/src/read-body.ts', 'if (received > limitBytes) throw tooLarge(limitBytes);', ''),
    ...api('pipeline-runs-body'),
  },
];
