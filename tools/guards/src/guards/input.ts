import type { Guard } from '../guard.ts';
import { api, edit } from '../shown-by.ts';

/** What keeps input from doing more than it should. */
export const INPUT: readonly Guard[] = [
  {
    promise: 'input: a cell never begins a formula',
    ...edit('libs/rest/src/csv.ts', "/^[=+\\-@\\t\\r]/.test(text) ? `'${text}` : text", 'text'),
    ...api('metrics-query-answers'),
  },
  {
    promise: 'input: a webhook is taken by its signature',
    ...edit(
      'libs/sources/src/webhooks/verify-hub-signature.ts',
      'verifyHmac(secret, body,',
      '((..._: unknown[]) => verifyHmac !== undefined)(secret, body,',
    ),
    ...api('github-webhooks'),
  },
  {
    promise: 'input: of two Authorization headers none counts',
    ...edit('libs/rest/src/request-context.ts', "if (sent > 1) return 'invalid';", ''),
    ...api('http'),
  },
];
