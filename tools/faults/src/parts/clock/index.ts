import { readyDatabase } from '../../cluster/ready-database.ts';
import { bodyOf, isAccepted } from '../../http/answer.ts';
import type { Answer } from '../../http/answer.ts';
import { History } from '../../history/history.ts';
import type { Credential } from '../../load/actions.ts';
import { Actions } from '../../load/actions.ts';
import { firstCallers } from '../../load/first-callers.ts';
import type { Ground } from '../../plan/ground.ts';
import type { Part } from '../../plan/part.ts';
import { pause } from '../../plan/wait.ts';
import type { Replica } from '../../replicas/replica.ts';
import { ADMIN, installation, makeReplica } from '../../replicas/fleet.ts';
import { skewedClock } from '../../replicas/skewed-clock.ts';

const HOUR = 3600;
const OFFSETS = { ahead: `+${HOUR}`, behind: `-${HOUR}` };

interface Scene {
  readonly ground: Ground;
  readonly actions: Actions;
  readonly right: Replica;
  readonly skewed: Replica;
  readonly session: Credential;
  /** `ahead` or `behind`. */
  readonly where: string;
}

const statuses = async ({ actions, right, skewed }: Scene, credential: Credential): Promise<number[]> => [
  (await actions.whoAmI(right.url, credential)).status,
  (await actions.whoAmI(skewed.url, credential)).status,
];

const given = async (token: Promise<Credential | undefined>): Promise<Credential> => {
  const made = await token;
  if (made === undefined) throw new Error('no token was given');
  return made;
};

/** A token whose time has run out by the right clock is out by the other one too. */
const expiry = async (scene: Scene): Promise<void> => {
  const { ground, actions, right, session, where } = scene;
  const short = await given(actions.createToken(right.url, session, { ttl: 2 }));
  const [good] = await statuses(scene, short);
  await pause(2500);
  const after = await statuses(scene, short);
  ground.report.expect(`${where}: a token is good while it lives`, good === 200, good ?? 0);
  ground.report.expect(
    `${where}: expired is expired on both`,
    after.join() === '401,401',
    after.join(' and '),
  );
};

/** What is ended at the server with the wrong clock is ended at once, everywhere. */
const endings = async (scene: Scene, password: string): Promise<void> => {
  const { ground, actions, right, skewed, session, where } = scene;
  // A session of its own: one from the right clock may lie too far in the future there.
  const there = await actions.signIn(skewed.url, ADMIN, password).catch(() => undefined);
  if (there === undefined) return ground.report.skip(`${where}: endings`, 'nobody can sign in there');
  const ends = {
    revoked: (id: string) => actions.revokeToken(skewed.url, there, id).then(isAccepted),
    'rotated without grace': (id: string) =>
      actions.rotateToken(skewed.url, there, id, '0').then((next) => next !== undefined),
  };
  for (const [what, end] of Object.entries(ends)) {
    const token = await given(actions.createToken(right.url, session));
    const [good] = await statuses(scene, token);
    const isDone = await end(token.id);
    const after = await statuses(scene, token);
    ground.report.expect(`${where}: a token can be ${what} there`, good === 200 && isDone, String(isDone));
    ground.report.expect(
      `${where}: ${what} there, it is refused on both`,
      after.join() === '401,401',
      after.join(' and '),
    );
  }
};

const isClear = (answer: Answer): boolean =>
  isAccepted(answer) || (answer.status >= 400 && answer.status < 500 && /"code":"[a-z-]+"/.test(answer.text));

/** Signing in at the wrong clock either works there, or is refused with a reason; and what it gives is no surprise elsewhere. */
const signIn = async (scene: Scene, password: string): Promise<void> => {
  const { ground, actions, right, skewed, where } = scene;
  const answer = await actions.trySignIn(skewed.url, ADMIN, password);
  ground.report.expect(`${where}: sign-in works or is refused clearly`, isClear(answer), answer.status);
  if (!isAccepted(answer)) return;
  const token = ground.secrets.token(bodyOf<{ sessionToken: string }>(answer).sessionToken);
  const seen: string[] = [];
  for (const replica of [skewed, right]) {
    const who = await ground.send(replica.url, { method: 'GET', path: '/api/session', token });
    seen.push(isAccepted(who) ? '200' : `${who.status} ${/"code":"([a-z-]+)"/.exec(who.text)?.[1] ?? ''}`);
    ground.report.expect(`${where}: the session is taken or refused clearly`, isClear(who), who.status);
  }
  ground.say(`${where}: signed in there, the session answers ${seen.join(' there and ')} at the right clock`);
  ground.report.expect(`${where}: the session works where it was made`, seen[0] === '200', seen[0] ?? '');
};

const run = async (ground: Ground): Promise<void> => {
  if (skewedClock('+1') === undefined)
    return ground.report.skip('wrong clocks', 'libfaketime is not installed');
  const postgres = await readyDatabase(ground);
  const install = installation(ground, postgres.url());
  const right = await makeReplica(ground, install);
  await right.start();
  const actions = new Actions(ground, new History(ground));
  const { session } = await firstCallers(actions, right.url, install);
  for (const [where, offset] of Object.entries(OFFSETS)) {
    const skewed = await makeReplica(ground, install, skewedClock(offset));
    await skewed.start();
    const shown = await clockOf(skewed.url);
    const off = (shown - Date.now()) / 1000;
    ground.report.expect(`${where}: the clock is off`, Math.abs(Math.abs(off) - HOUR) < 60, off);
    const scene: Scene = { ground, actions, right, skewed, session, where };
    await expiry(scene);
    await endings(scene, install.adminPassword);
    await signIn(scene, install.adminPassword);
    ground.report.figure(`${where} s`, off);
    await skewed.stop();
  }
};

/** The time of day by a server’s own answer. */
const clockOf = async (url: string): Promise<number> => {
  const answer = await fetch(`${url}/api/health/live`);
  await answer.arrayBuffer();
  return Date.parse(answer.headers.get('date') ?? '');
};

/** A server with a wrong clock opens nothing. */
export const clock: Part = {
  name: 'clock',
  promise: 'a server an hour ahead or behind takes no token that is expired or ended by the right time',
  limitMinutes: 2,
  run,
};
