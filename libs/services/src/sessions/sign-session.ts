import type { Deps } from '../deps.ts';
import { signingKid } from '../signing-keys/signing-kid.ts';
import type { OpenedSession } from './open-session.ts';

/** The value of a session that has been opened, by the key that signs now unless another is named; it is kept nowhere. */
export const signSession = async (
  deps: Deps,
  username: string,
  session: OpenedSession,
  kid?: string,
): Promise<string> =>
  deps.codec.sign(
    {
      sub: username,
      jti: session.sessionId,
      iat: Math.floor(session.created.getTime() / 1000),
      exp: Math.floor(session.expires.getTime() / 1000),
      use: 'session',
    },
    kid ?? (await signingKid(deps, deps.db)),
  );
