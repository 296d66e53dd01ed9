import { chown, mkdir, rm } from 'node:fs/promises';
import type { Common } from './ground.ts';
import { Ground } from './ground.ts';
import { keepLogs } from './keep-logs.ts';
import type { Keeper } from './keeper.ts';
import type { Part } from './part.ts';
import type { Report } from './report.ts';
import { sweep } from './sweep.ts';
import { within } from './wait.ts';

const SWEEP_MS = 60_000;

export interface Result {
  readonly part: Part;
  readonly report: Report;
  readonly seconds: number;
}

/** Runs one part within its time, searches what it left for secrets, and ends all that it started. */
export const runPart = async (common: Common, part: Part, keeper: Keeper): Promise<Result> => {
  const begun = performance.now();
  const seconds = (): number => (performance.now() - begun) / 1000;
  const ground = new Ground(common, part.name, (line) =>
    console.log(`  ${seconds().toFixed(0).padStart(4)} s  ${line}`),
  );
  keeper.keep(ground.keeper);
  const leaksBefore = common.leaks.length;
  await mkdir(ground.directory, { recursive: true, mode: 0o711 });
  const { uid, gid = uid } = common.template.programs.runner.identity;
  if (uid !== undefined && gid !== undefined) await chown(ground.directory, uid, gid);
  try {
    await within(part.name, part.limitMinutes * 60_000, part.run(ground));
    const searched = await within('the search for secrets', SWEEP_MS, sweep(ground));
    const leaks = common.leaks.slice(leaksBefore);
    ground.report.expect(
      'no secret in logs, errors, metrics or tables',
      leaks.length === 0,
      [...new Set(leaks)].join('; ') || `none in ${searched} characters`,
    );
  } catch (error) {
    ground.report.expect(
      'comes to its end',
      false,
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    );
  } finally {
    if (ground.report.verdict === 'FAIL') ground.say(`logs: ${await keepLogs(ground, part.name)}`);
    await ground.keeper.end();
    await rm(ground.directory, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
  }
  return { part, report: ground.report, seconds: seconds() };
};
