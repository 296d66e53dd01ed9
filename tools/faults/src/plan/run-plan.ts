import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPrograms } from '../cluster/programs.ts';
import { makeTemplate } from '../cluster/template.ts';
import { Secrets } from '../secrets/secrets.ts';
import { writeFigures } from './figures-file.ts';
import { Keeper } from './keeper.ts';
import type { Options } from './options.ts';
import type { Result } from './run-part.ts';
import { runPart } from './run-part.ts';
import { renderTable } from './table.ts';

const INTERRUPTED = 130;

/** Runs the parts one after the other, prints the table, writes the figures and gives the exit code. */
export const runPlan = async ({ parts, isQuick, postgres }: Options): Promise<number> => {
  const keeper = new Keeper();
  const directory = await mkdtemp(join(tmpdir(), 'codemetrics-faults-'));
  keeper.keep({
    end: () => rm(directory, { recursive: true, force: true, maxRetries: 5 }),
    endAtOnce: () => undefined,
  });
  // Whatever ends this process, nothing that it started goes on.
  process.once('exit', () => keeper.endAtOnce());
  const results: Result[] = [];
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      console.error(`\n${signal}: ending what was started`);
      void keeper.end().finally(() => {
        console.log(renderTable(results));
        process.exit(INTERRUPTED);
      });
    });
  await chmod(directory, 0o711);
  const programs = await findPrograms(directory, postgres);
  const secrets = new Secrets();
  const template = await makeTemplate(programs, directory, () => secrets.word());
  const common = { directory, template, secrets, isQuick, leaks: [] };
  for (const part of parts) {
    console.log(`${part.name}: ${part.promise}`);
    const result = await runPart(common, part, keeper);
    console.log(`  ${result.report.verdict} after ${result.seconds.toFixed(0)} s`);
    results.push(result);
  }
  await keeper.end();
  const path = await writeFigures(results, { isQuick, postgres: programs.version });
  console.log(`\n${renderTable(results)}\n\nfigures: ${path}`);
  return results.some(({ report }) => report.verdict === 'FAIL') ? 1 : 0;
};
