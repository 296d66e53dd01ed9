import type { Api } from './api.ts';
import type { Credentials } from './credentials.ts';
import type { Person } from './people.ts';
import { createPerson, signIn } from './people.ts';

/** What generated calls may end, and the password that they may change. */
export const THROW_AWAY = { username: 'throw-away', password: 'a sentence to be thrown away' } as const;

/** How many users and tokens calls may delete; the deleted ones are not replaced, and answer 404 from then on. */
const VICTIMS = 6;

/** Ids that generated calls may use up. */
export interface Victims {
  readonly userIds: readonly string[];
  readonly tokenIds: readonly string[];
}

export const throwAwayPeople = async (
  api: Api,
  admin: string,
  hidden: string,
): Promise<{ readonly throwAway: Person; readonly victims: Victims }> => {
  const throwAway = await createPerson(api, admin, { ...THROW_AWAY, role: 'editor', displayName: hidden });
  const userIds: string[] = [];
  const tokenIds: string[] = [];
  for (let index = 0; index < VICTIMS; index++) {
    const victim = { username: `victim-${index}`, role: 'viewer', displayName: hidden } as const;
    userIds.push((await createPerson(api, admin, victim)).userId);
    const token = await api<{ tokenId: string }>('POST', '/tokens', admin, { subject: `victim ${hidden}` });
    tokenIds.push(token.tokenId);
  }
  return { throwAway, victims: { userIds, tokenIds } };
};

/** A fresh session and token of the person whose credentials may be ended; their password is set back for it. */
export const renewThrowAway = async (
  api: Api,
  admin: string,
  credentials: Credentials,
  throwAway: Person,
): Promise<void> => {
  await api('PATCH', `/users/${throwAway.userId}`, admin, { password: throwAway.password, disabled: false });
  const session = await signIn(api, throwAway);
  const { accessToken } = await api<{ accessToken: string }>('POST', '/tokens', session, {
    subject: 'throw-away',
  });
  credentials.tokens.set('throw-away-session', session);
  credentials.tokens.set('throw-away-token', accessToken);
};
