import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { readyDatabase } from '../../cluster/ready-database.ts';
import type { Ending } from '../../history/after-the-end.ts';
import { afterTheEnd } from '../../history/after-the-end.ts';
import { accepted } from '../../history/call.ts';
import { expectAudit } from '../../history/expect-audit.ts';
import { History } from '../../history/history.ts';
import { Actions } from '../../load/actions.ts';
import { firstCallers } from '../../load/first-callers.ts';
import { startMixedLoad } from '../../load/mixed-load.ts';
import type { Ground } from '../../plan/ground.ts';
import type { Part } from '../../plan/part.ts';
import { installation, startFleet } from '../../replicas/fleet.ts';
import { endKeys } from './end-keys.ts';
import { changePassword, demote, disable, signOut } from './end-sessions.ts';
import { revokeTokens, rotateTokens } from './end-tokens.ts';
import type { Scene } from './scene.ts';

const REPLICAS = 3;

const run = async (ground: Ground): Promise<void> => {
  const postgres = await readyDatabase(ground);
  const install = installation(ground, postgres.url());
  // A file, since a key that is made while servers run has to reach all of them.
  const keys = join(ground.directory, 'keys');
  await writeFile(keys, `${ground.secrets.keep('signing key', randomBytes(36).toString('base64url'))}\n`, {
    mode: 0o600,
  });
  const fleet = await startFleet(ground, install, REPLICAS, { TOKEN_SECRET: '', TOKEN_SECRET_FILE: keys });
  const urls = fleet.map((replica) => replica.url);
  const history = new History(ground);
  const actions = new Actions(ground, history);
  const callers = await firstCallers(actions, urls[0]!, install);
  const scene: Scene = { ground, actions, urls, admin: callers.session, endings: [] };
  const load = startMixedLoad(actions, urls, callers, 2, 20);

  const stage = async (name: string, times: number, work: () => Promise<void>): Promise<void> => {
    const [from, first] = [scene.endings.length, history.calls.length];
    await work();
    judge(ground, name, times, history.calls.slice(first), scene.endings.slice(from));
  };
  const { scale } = { scale: ground.scale.bind(ground) };
  const stages: [string, number, (scene: Scene, times: number) => Promise<void>][] = [
    ['tokens revoked', scale(10_000, 300), revokeTokens],
    ['tokens rotated', scale(500, 30), rotateTokens],
    ['sign-outs', scale(100, 5), signOut],
    ['passwords changed', scale(50, 5), changePassword],
    ['users disabled', scale(50, 5), disable],
    ['users demoted', scale(50, 5), demote],
  ];
  for (const [name, times, work] of stages) await stage(name, times, () => work(scene, times));
  await load.stop();
  const others = history.calls.filter((call) => call.what === 'send' && call.batch?.startsWith('batch-'));
  const failed = others.filter((call) => !accepted(call));
  ground.report.expect(
    'what others do goes on',
    failed.length === 0,
    `${failed.length} of ${others.length} failed`,
  );
  const ends = scale(10, 2);
  await stage('keys ended', ends, () => endKeys(scene, ends, install.adminPassword));
  await expectAudit(ground, history.calls, postgres);
};

const judge = (
  ground: Ground,
  name: string,
  times: number,
  calls: Parameters<typeof afterTheEnd>[0],
  endings: readonly Ending[],
): void => {
  const found = afterTheEnd(calls, endings);
  ground.say(`${name}: ${times}, ${found.calls} calls afterwards, ${found.accepted.length} accepted`);
  ground.report.figure(name, times);
  ground.report.expect(`${name}: calls were made afterwards`, found.calls >= times * REPLICAS, found.calls);
  ground.report.expect(
    `${name}: none is accepted afterwards`,
    found.accepted.length === 0,
    found.accepted.length,
  );
  const odd = [...new Set(found.otherwise.map(({ status, error }) => error ?? String(status)))];
  ground.report.expect(`${name}: all are refused as promised`, odd.length === 0, odd.join(', ') || 'all');
};

/** What has ended stays out, on every replica, from the moment of the answer. */
export const revocation: Part = {
  name: 'revocation',
  promise: 'no request that starts after a revocation was answered is accepted, on any replica',
  limitMinutes: 10,
  run,
};
