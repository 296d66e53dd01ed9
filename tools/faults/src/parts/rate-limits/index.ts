import { readyDatabase } from '../../cluster/ready-database.ts';
import { accepted } from '../../history/call.ts';
import { History } from '../../history/history.ts';
import type { Credential } from '../../load/actions.ts';
import { Actions } from '../../load/actions.ts';
import { firstCallers } from '../../load/first-callers.ts';
import type { Ground } from '../../plan/ground.ts';
import type { Part } from '../../plan/part.ts';
import { installation, startFleet } from '../../replicas/fleet.ts';
import { guessPasswords } from './guess-passwords.ts';

const REPLICAS = 3;
const LIMIT = 1000;
const TOLERANCE = 10;
const SENT = 1500;
const AT_ONCE = 24;
const BATCH = 10;

interface Scene {
  readonly ground: Ground;
  readonly actions: Actions;
  readonly urls: readonly string[];
}

/** Sends from many at once over all replicas until so many were sent; gives how many calls were admitted. */
const spend = async (
  { urls }: Scene,
  requests: number,
  send: (url: string) => Promise<number>,
): Promise<number> => {
  let next = 0;
  let admitted = 0;
  const worker = async (): Promise<void> => {
    while (next < requests) {
      const more = await send(urls[next++ % urls.length]!);
      admitted += more;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return admitted;
};

const single = (scene: Scene, token: Credential): Promise<number> =>
  spend(scene, SENT, async (url) => ((await scene.actions.whoAmI(url, token)).status === 200 ? 1 : 0));

/** Each call of a batch that was answered with a result. */
const batched = (scene: Scene, token: Credential): Promise<number> =>
  spend(scene, SENT / BATCH, async (url) => {
    const calls = Array(BATCH).fill('session.get').join(',');
    const path = `/trpc/${calls}?batch=1&input=${encodeURIComponent('{}')}`;
    const answer = await scene.actions.read(url, token, path);
    if (answer.status === 429 || answer.status === 0) return 0;
    const results = JSON.parse(answer.text) as { result?: unknown }[];
    return results.filter((one) => one.result !== undefined).length;
  });

const run = async (ground: Ground): Promise<void> => {
  const { report } = ground;
  const postgres = await readyDatabase(ground);
  const install = installation(ground, postgres.url());
  const fleet = await startFleet(ground, install, REPLICAS, { RATE_LIMIT: `${LIMIT}/1m` });
  const urls = fleet.map((replica) => replica.url);
  const history = new History(ground);
  const actions = new Actions(ground, history);
  const { session } = await firstCallers(actions, urls[0]!, install);
  const scene = { ground, actions, urls };
  const kinds = { 'single calls': single, 'tRPC batches': batched };
  for (const [kind, send] of Object.entries(kinds))
    for (let round = 0; round < ground.scale(3, 1); round++) {
      const token = await actions.createToken(urls[0]!, session);
      if (token === undefined) throw new Error('no token was given');
      const begun = performance.now();
      const admitted = await send(scene, token);
      const seconds = (performance.now() - begun) / 1000;
      ground.say(`${kind}: ${admitted} of ${SENT} admitted in ${seconds.toFixed(1)} s`);
      report.figure(`${kind} admitted`, admitted);
      // What is sent in a minute and more is allowed more.
      if (seconds > 50) report.skip(kind, 'this machine is too slow to send them in one window');
      else
        report.expect(
          `${kind}: ${LIMIT} a minute over all replicas, ± ${TOLERANCE}`,
          Math.abs(admitted - LIMIT) <= TOLERANCE,
          admitted,
        );
    }
  const refused = history.calls.filter((call) => !accepted(call) && call.what === 'read');
  const bare = refused.filter((call) => call.status === 429 && !call.hasRetryAfter).length;
  report.expect('every 429 says when to come back', bare === 0, `${bare} did not`);
  await guessPasswords(ground, actions, urls, session);
};

/** Limits hold over all servers together, not for each. */
export const rateLimits: Part = {
  name: 'rate-limits',
  promise: '1000 calls a minute over 3 replicas, each call of a batch counted; 10 failed sign-ins an account',
  limitMinutes: 4,
  run,
};
