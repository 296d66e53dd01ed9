import type { Deps } from '../deps.ts';
import { signingKid } from '../signing-keys/signing-kid.ts';
import type { OpenedSession } from './open-session.ts';

/** The value of a session that has been opened; it is kept nowhere. */
export const signSession = async (deps: Deps, username: string, session: OpenedSession): Promise<string> =>
  deps.codec.sign(
    {
      sub: username,
      jti: session.sessionId,
      iat: Math.floor(session.created.getTime() / 1000),
      exp: Math.floor(session.expires.getTime() / 1000),
      use: 'session',
    },
    await signingKid(deps, deps.db),
  );
