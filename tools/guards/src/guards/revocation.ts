import type { Guard } from '../guard.ts';
import { api, edit } from '../shown-by.ts';

/** What makes a revocation hold. */
export const REVOCATION: readonly Guard[] = [
  {
    promise: 'revocation: a revoked service token is refused',
    ...edit('libs/services/src/authenticate.ts', 'row.revoked_at !== null || row.disabled', 'row.disabled'),
    ...api('revocation'),
  },
  {
    promise: 'revocation: an ended session is refused',
    ...edit('libs/services/src/authenticate.ts', 'row.ended_at !== null || row.disabled', 'row.disabled'),
    ...api('revocation'),
  },
  {
    promise: 'revocation: what an ended key signed is refused on every server at once',
    ...edit(
      'libs/database/src/repositories/signing-keys.ts',
      "k.kid = ${kid} and k.state <> 'ended'",
      'k.kid = ${kid}',
    ),
    ...api('signing-keys'),
  },
  {
    promise: 'revocation: enabling a user again revives no token',
    ...edit(
      'libs/services/src/users/update.ts',
      'disabling ? await revokeServiceTokensOf(tx, user.user_id, deps.now()) : 0',
      'disabling ? 1 : 0',
    ),
    ...api('revocation'),
  },
  {
    promise: 'revocation: a token made while its user is being disabled is not made',
    ...edit('libs/services/src/service-tokens/create.ts', '    await holdUser(tx, maker.userId);\n', ''),
    ...api('revocation'),
  },
  {
    promise: 'revocation: a sign-in with a password that is being changed fails',
    ...edit(
      'libs/services/src/sessions/create.ts',
      '!held || held.disabled || held.password_hash !== user.password_hash',
      '!held || held.disabled',
    ),
    ...api('revocation'),
  },
  {
    promise: 'revocation: of several ends of a token the first holds',
    ...edit(
      'libs/database/src/repositories/service-tokens.ts',
      'least(coalesce(ends_at, ${at}), ${at})',
      '${at}',
    ),
    ...api('revocation'),
  },
  {
    promise: 'revocation: a change of the password ends the other sessions',
    ...edit(
      'libs/services/src/sessions/change-password.ts',
      'await endSessionsOf(tx, someone.userId, deps.now(), someone.sessionId);',
      '',
    ),
    ...api('revocation'),
  },
];
