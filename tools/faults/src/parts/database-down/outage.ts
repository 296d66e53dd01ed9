import { nameKinds } from '../../history/name-kinds.ts';
import { judgeOutage } from '../../history/outage.ts';
import { startMixedLoad } from '../../load/mixed-load.ts';
import { pause } from '../../plan/wait.ts';
import type { Scene } from './scene.ts';

const WORKERS = 12;
const REST_MS = 10;
const BEFORE_MS = 1000;
const AFTER_MS = 3500;
/** What is promised of every answer, and of the recovery. */
const PROMISED_MS = 2000;

export interface Outage {
  readonly name: string;
  readonly awayMs: number;
  readonly goAway: () => Promise<void> | void;
  /** Resolves when the database answers somebody else again. */
  readonly comeBack: () => Promise<void> | void;
  /** Whether nothing at all can succeed meanwhile. */
  readonly isTotal: boolean;
}

/** Lets the database go away and come back under load, and judges every answer. */
export const passOutage = async (scene: Scene, outage: Outage): Promise<void> => {
  const { ground, actions, history, replica, callers } = scene;
  const { report } = ground;
  const { name } = outage;
  const first = history.calls.length;
  const load = startMixedLoad(actions, [replica.url], callers, WORKERS, REST_MS);
  await pause(BEFORE_MS);
  await outage.goAway();
  const wentAt = performance.now();
  await pause(outage.awayMs);
  const untilAt = performance.now();
  await outage.comeBack();
  const returnedAt = performance.now();
  await pause(AFTER_MS);
  await load.stop();
  const found = judgeOutage(history.calls.slice(first), { wentAt, untilAt, returnedAt });
  ground.say(
    `${name}: ${found.calls} calls, ${found.refused} refused, ${found.accepted.length} accepted, slowest ${found.slowestMs.toFixed(0)} ms, recovery ${found.recoveryMs.toFixed(0)} ms`,
  );
  report.worst(`${name} slowest ms`, found.slowestMs);
  report.worst(`${name} recovery ms`, found.recoveryMs);
  report.expect(`${name}: it showed`, found.refused > 0, `${found.refused} refusals`);
  report.expect(`${name}: answered within 2 s`, found.slowestMs <= PROMISED_MS, found.slowestMs);
  report.expect(
    `${name}: 503 with Retry-After and nothing else`,
    found.otherwise.length === 0,
    nameKinds(found.otherwise),
  );
  if (outage.isTotal)
    report.expect(`${name}: no success while it is away`, found.accepted.length === 0, found.accepted.length);
  const isBack = found.recoveryMs <= PROMISED_MS && found.succeededAfter > 0;
  report.expect(
    `${name}: recovery within 2 s`,
    isBack,
    `${found.recoveryMs.toFixed(0)} ms, then ${found.succeededAfter} calls`,
  );
};
