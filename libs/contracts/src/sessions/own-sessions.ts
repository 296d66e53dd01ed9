import { z } from 'zod';
import { defineOperation } from '../common/operation.ts';
import { TimestampOut } from '../common/time.ts';

const tag = 'Sessions';

/** A session of the caller's that still lives, without its token. */
export const OwnSession = z
  .object({
    sessionId: z.string(),
    created: TimestampOut,
    expires: TimestampOut,
    address: z.string().nullable().describe('Where the sign-in came from.'),
    userAgent: z.string().nullable(),
    provider: z
      .string()
      .nullable()
      .describe('The provider that the person signed in through; null: by password.'),
    current: z.boolean().describe('Whether this call was made with it.'),
  })
  .meta({ id: 'OwnSession' });
export type OwnSession = z.output<typeof OwnSession>;

export const listSessions = defineOperation({
  id: 'listSessions',
  kind: 'query',
  method: 'GET',
  path: '/sessions',
  tag,
  summary: 'List your own sessions that still live, newest first',
  access: 'session',
  input: z.strictObject({}),
  output: z.object({ sessions: z.array(OwnSession) }),
  status: 200,
  problems: ['session-required'],
  example: { input: {} },
});

export const endSession = defineOperation({
  id: 'endSession',
  kind: 'mutation',
  method: 'DELETE',
  path: '/sessions/{sessionId}',
  tag,
  summary: 'End one of your own sessions; its token is refused from the moment of the answer',
  access: 'session',
  input: z.strictObject({ sessionId: z.string().min(1).max(64) }),
  output: z.null(),
  status: 204,
  problems: ['session-required', 'not-found'],
});

export const endAllSessions = defineOperation({
  id: 'endAllSessions',
  kind: 'mutation',
  method: 'DELETE',
  path: '/sessions',
  tag,
  summary: 'Sign out everywhere: all of your own sessions are dead at once, on every server',
  access: 'session',
  input: z.strictObject({
    keepCurrent: z
      .boolean()
      .default(false)
      .describe('`true` leaves the session that this call is made with.'),
  }),
  output: z.object({
    ended: z.int().describe('How many sessions that still lived were ended.'),
    currentEnded: z.boolean(),
  }),
  status: 200,
  problems: ['session-required'],
  rest: { sessionCookie: 'clear-ended' },
});

export const showSessionToken = defineOperation({
  id: 'showSessionToken',
  kind: 'mutation',
  method: 'POST',
  path: '/session/token',
  tag,
  summary: 'Tell your own session token, so that a script can start from a browser’s session',
  description:
    'The very token that the call is made with; the web app can’t read it from its HttpOnly cookie.',
  access: 'session',
  input: z.strictObject({}),
  output: z.object({ sessionToken: z.string(), expires: TimestampOut }),
  status: 200,
  problems: ['session-required'],
  example: { input: {} },
});
