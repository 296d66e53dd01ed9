import { judgeBatches } from '../../history/batches.ts';
import { History } from '../../history/history.ts';
import { percentile } from '../../history/percentile.ts';
import { batchesFrom } from '../../history/stored.ts';
import { Actions } from '../../load/actions.ts';
import { firstCallers } from '../../load/first-callers.ts';
import { startSenders } from '../../load/persistent-senders.ts';
import type { Ground } from '../../plan/ground.ts';
import type { Part } from '../../plan/part.ts';
import { embeddedSetting } from './embedded.ts';
import { externalSetting } from './external.ts';
import { killRound } from './kill-round.ts';
import type { Setting } from './setting.ts';

const ROWS = 20;
const SENDING = { senders: 4, rows: ROWS, restMs: 15, abandonEvery: 5 };

const killOften = async (ground: Ground, setting: Setting, kills: number): Promise<void> => {
  const { report } = ground;
  const { name, replica } = setting;
  const history = new History(ground);
  const stored = () => batchesFrom((statement) => setting.ask(statement));
  const actions = new Actions(ground, history);
  const { token } = await firstCallers(actions, replica.url, setting.install);
  const senders = startSenders(actions, [replica.url], token, SENDING);
  const backMs: number[] = [];
  const halves = new Set<string>();
  for (const victim of setting.victims) {
    for (let round = 0; round < kills; round++) {
      backMs.push(await killRound(victim, senders));
      // Now, since what is sent again would make a half one whole.
      for (const { batch, rows } of await stored()) if (rows !== ROWS) halves.add(batch);
    }
    ground.say(
      `${name}: ${kills} kills of the ${victim.name}, ${senders.acknowledged()} batches acknowledged`,
    );
  }
  await senders.stop();
  const { acknowledged, lost, doubled, half } = judgeBatches(history.calls, await stored(), ROWS);
  const abandoned = new Set(history.calls.flatMap(({ batch }) => batch ?? [])).size - acknowledged;
  const retried = history.calls.filter((call) => call.batch !== undefined).length - acknowledged;
  report.figure(`${name} kills`, backMs.length);
  report.figure(`${name} batches`, acknowledged);
  report.figure(`${name} abandoned`, abandoned);
  report.figure(`${name} sent again`, retried);
  report.figure(`${name} median s until the next batch`, percentile(backMs, 0.5) / 1000);
  report.figure(`${name} worst s until the next batch`, percentile(backMs, 1) / 1000);
  report.expect(`${name}: kills hit batches under way`, retried > 0, retried);
  report.expect(`${name}: no acknowledged batch is lost`, lost.length === 0, lost.length);
  report.expect(`${name}: none is there twice`, doubled.length === 0, doubled.length);
  for (const batch of half) halves.add(batch);
  report.expect(`${name}: none is there half, at any time`, halves.size === 0, halves.size);
  await replica.stop();
};

const run = async (ground: Ground): Promise<void> => {
  const kills = ground.scale(51, 3);
  await killOften(ground, await externalSetting(ground), kills);
  await killOften(ground, await embeddedSetting(ground), kills);
};

/** Whatever is killed and whenever, what was acknowledged is there, once and whole. */
export const ingest: Part = {
  name: 'ingest',
  promise: 'over 200 kills, every acknowledged batch is there exactly once, and none half',
  limitMinutes: 14,
  run,
};
