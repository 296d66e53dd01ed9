import { z } from 'zod';
import { defineOperation } from '../common/operation.ts';
import { Role, Scope } from '../common/permissions.ts';
import { line } from '../common/text.ts';
import { TimestampOut } from '../common/time.ts';
import { UserSummary } from '../users/user.ts';

const tag = 'Sessions';

/** A password as it is typed: any characters, not trimmed; the policy is the server's. */
const Password = z
  .string()
  .min(1)
  .max(256)
  .refine((value) => value.isWellFormed(), { error: 'must be well-formed Unicode' });

export const createSession = defineOperation({
  id: 'createSession',
  kind: 'mutation',
  method: 'POST',
  path: '/session',
  tag,
  summary: 'Sign in with a user name and password',
  access: 'public',
  input: z.strictObject({ username: line(100), password: Password }),
  output: z.object({ sessionToken: z.string(), expires: TimestampOut, user: UserSummary }),
  status: 200,
  problems: ['sign-in-failed', 'sign-in-locked', 'local-passwords-off'],
  rest: { sessionCookie: 'set' },
  example: { input: { username: 'admin', password: 'correct horse battery staple' } },
});

export const getSession = defineOperation({
  id: 'getSession',
  kind: 'query',
  method: 'GET',
  path: '/session',
  tag,
  summary: 'Tell who the credential is and what it may do',
  access: 'authenticated',
  input: z.strictObject({}),
  output: z.object({
    kind: z.enum(['session', 'service']),
    sub: z.string(),
    user: UserSummary,
    roles: z.array(Role),
    scopes: z.array(Scope),
    workloads: z.array(z.string()).nullable().describe('null: all workloads.'),
    expires: TimestampOut,
    tokenId: z.string().optional(),
  }),
  status: 200,
  problems: [],
});

export const deleteSession = defineOperation({
  id: 'deleteSession',
  kind: 'mutation',
  method: 'DELETE',
  path: '/session',
  tag,
  summary: 'Sign out: the session token is dead at once',
  access: 'session',
  input: z.strictObject({}),
  output: z.null(),
  status: 204,
  problems: ['session-required'],
  rest: { sessionCookie: 'clear' },
});

export const changePassword = defineOperation({
  id: 'changePassword',
  kind: 'mutation',
  method: 'PUT',
  path: '/session/password',
  tag,
  summary: 'Change your own password; every other session of yours ends',
  access: 'session',
  input: z.strictObject({ currentPassword: Password, newPassword: Password }),
  output: z.null(),
  status: 204,
  problems: ['session-required', 'sign-in-failed', 'sign-in-locked', 'local-passwords-off'],
  example: {
    input: { currentPassword: 'correct horse battery staple', newPassword: 'a much longer sentence' },
  },
});

export const listSignInProviders = defineOperation({
  id: 'listSignInProviders',
  kind: 'query',
  method: 'GET',
  path: '/session/providers',
  tag,
  summary: 'Tell how a person can sign in here',
  access: 'public',
  input: z.strictObject({}),
  output: z.object({
    localPasswords: z.boolean().describe('Whether user names and passwords of this server are taken.'),
    providers: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        url: z.string().describe('Where a browser begins; takes `?next=` with a path of the web app.'),
      }),
    ),
  }),
  status: 200,
  problems: [],
});
