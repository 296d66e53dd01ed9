import { isAccepted } from '../../http/answer.ts';
import type { Credential } from '../../load/actions.ts';
import { WORKLOAD } from '../../load/batch.ts';
import type { Scene } from './scene.ts';
import { askAll, endUnderUse, repeat, urlOf } from './scene.ts';

// Passwords take a processor’s time, and tries of one account are counted.
const AT_ONCE = 2;

interface Person {
  readonly id: string;
  readonly name: string;
  readonly password: string;
  readonly session: Credential;
  readonly token: Credential;
}

let count = 0;

/** A new user who has signed in and has a service token of their own. */
const person = async (scene: Scene, turn: number, role = 'editor'): Promise<Person> => {
  const { actions, admin } = scene;
  const name = `someone-${++count}`;
  const { id, password } = await actions.createUser(urlOf(scene, turn), admin, name, role);
  const session = await actions.signIn(urlOf(scene, turn + 1), name, password);
  const token = await actions.createToken(urlOf(scene, turn + 2), session);
  if (token === undefined) throw new Error('no token was given');
  return { id, name, password, session, token };
};

/** People who sign out. */
export const signOut = (scene: Scene, times: number): Promise<void> =>
  repeat(times, AT_ONCE, async (turn) => {
    const { session } = await person(scene, turn);
    await endUnderUse(scene, session, () => scene.actions.signOut(urlOf(scene, turn), session));
  });

/** People who change their password: the session that they do it in stays, the other ends. */
export const changePassword = (scene: Scene, times: number): Promise<void> =>
  repeat(times, AT_ONCE, async (turn) => {
    const { actions, ground } = scene;
    const { name, password, session } = await person(scene, turn);
    const other = await actions.signIn(urlOf(scene, turn), name, password);
    const next = ground.secrets.password();
    await endUnderUse(scene, session, () =>
      actions.changePassword(urlOf(scene, turn), other, password, next),
    );
    const stays = await actions.whoAmI(urlOf(scene, turn + 1), other);
    if (!isAccepted(stays)) ground.report.expect('the session that changed it stays', false, stays.status);
  });

/** People who are disabled, and enabled again, which brings nothing of what they had back. */
export const disable = (scene: Scene, times: number): Promise<void> =>
  repeat(times, AT_ONCE, async (turn) => {
    const { actions, admin } = scene;
    const { id, name, password, session, token } = await person(scene, turn);
    const off = async () => actions.updateUser(urlOf(scene, turn), admin, id, { disabled: true });
    let ended: ReturnType<typeof off> | undefined;
    const once = () => (ended ??= off());
    await Promise.all([endUnderUse(scene, session, once), endUnderUse(scene, token, once)]);
    const on = await actions.updateUser(urlOf(scene, turn + 1), admin, id, { disabled: false });
    if (!isAccepted(on)) throw new Error(`enabling again was answered ${on.status}`);
    await Promise.all([askAll(scene, session), askAll(scene, token)]);
    // New ones are good: what ended was the credentials, not the person.
    const again = await actions.signIn(urlOf(scene, turn + 2), name, password);
    await actions.whoAmI(urlOf(scene, turn), again);
  });

/** People who lose a role: their session and their token lose what came with it. */
export const demote = (scene: Scene, times: number): Promise<void> =>
  repeat(times, AT_ONCE, async (turn) => {
    const { actions, admin, endings, urls } = scene;
    const { id, session, token } = await person(scene, turn);
    const { endedAt } = await actions.updateUser(urlOf(scene, turn), admin, id, { role: 'viewer' });
    for (const { id: credential } of [session, token])
      endings.push({ credential, answeredAt: endedAt, expected: 403 });
    // Only what takes the lost permission may be asked with these from now on.
    await Promise.all(
      urls.flatMap((url) => [
        actions.send(url, token, `never-${id}`, '/api/incidents', {
          incidents: [
            { source: 'faults', externalId: id, workload: WORKLOAD, openedAt: '2026-01-01T00:00:00Z' },
          ],
        }),
        actions.createWorkload(url, session, `never-${id}`),
      ]),
    );
  });
