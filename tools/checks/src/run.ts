import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const VITEST_REPORT = `${ROOT}/.nx/cache/vitest.json`;

/** What `npm test` does, in the order in which a failure is cheapest to see. */
const STEPS: readonly (readonly [string, readonly string[]])[] = [
  ['format', ['run', '-s', 'format:check']],
  ['lint', ['run', '-s', 'lint']],
  ['types', ['run', '-s', 'types']],
  ['web app', ['run', '-s', 'build']],
];

const run = (command: string, args: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit' });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}

let passed = 0;
const failed: string[] = [];
for (const [name, args] of STEPS) {
  const started = Date.now();
  const ok = await run('npm', args);
  console.log(`${ok ? 'ok' : 'FAILED'}  ${name}  (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (ok) passed++;
  else failed.push(name);
}

await rm(VITEST_REPORT, { force: true });
const green = await run(process.execPath, [
  `${ROOT}/node_modules/vitest/vitest.mjs`,
  'run',
  ...process.argv.slice(2),
]);
const report = await readFile(VITEST_REPORT, 'utf8').then(
  (text) => JSON.parse(text) as VitestReport,
  () => undefined,
);
const failures = report?.numFailedTests ?? 0;
// A file that can't even be loaded has no failed test of its own, and is a failure all the same.
if (!green && failures === 0) failed.push('tests');
if (failed.length > 0) console.log(`failed: ${failed.join(', ')}`);
console.log(`${passed + (report?.numPassedTests ?? 0)} passed, ${failed.length + failures} failed`);
process.exitCode = green && failed.length === 0 ? 0 : 1;
