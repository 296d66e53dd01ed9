import { readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const WEB = join(ROOT, 'apps/web');
const BUILT = join(WEB, 'dist');
const PAGE = join(BUILT, 'index.html');

/** Everything that the built app is made from. */
const SOURCES = [
  'apps/web/src',
  'apps/web/public',
  'apps/web/index.html',
  'apps/web/vite.config.ts',
  'libs/client/src',
  'libs/contracts/src',
  'package-lock.json',
];

const modifiedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** The newest change below a path. Folders count too: a file that was deleted shows in its folder alone. */
const newestIn = (path: string): number => {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0;
  const below = readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || !entry.name.endsWith('.test.ts'))
    .map((entry) => newestIn(join(path, entry.name)));
  return Math.max(stat.mtimeMs, ...below);
};

const isFresh = (): boolean => {
  const builtAt = modifiedAt(PAGE);
  return builtAt > 0 && SOURCES.every((source) => newestIn(join(ROOT, source)) <= builtAt);
};

/** Builds beside the old app and then takes its place, so that a failure or a second start never leaves half an app. */
const buildWeb = async (): Promise<void> => {
  const started = new Date();
  // On the same disk, and where git and the linter don't look if it is cut off.
  const fresh = join(ROOT, `.nx/web/${process.pid}`);
  const old = `${fresh}.old`;
  // Where it is something else, such as in a test, Vite would build React's development version.
  process.env['NODE_ENV'] = 'production';
  try {
    const { build } = await import('vite');
    await build({
      root: WEB,
      configFile: join(WEB, 'vite.config.ts'),
      logLevel: 'silent',
      build: { outDir: fresh, emptyOutDir: true, reportCompressedSize: false },
    });
    // What changed while it was built is newer than this, and is built the next time.
    utimesSync(join(fresh, 'index.html'), started, started);
    if (modifiedAt(BUILT) > 0) renameSync(BUILT, old);
    renameSync(fresh, BUILT);
  } finally {
    for (const left of [fresh, old]) rmSync(left, { recursive: true, force: true });
  }
};

/** The first line that says something; Rolldown's own first one only counts. */
const reasonOf = (error: unknown): string => {
  const lines = stripVTControlCharacters(error instanceof Error ? error.message : String(error))
    .split('\n')
    .map((line) => line.trim());
  return lines.find((line) => line !== '' && !line.startsWith('Build failed')) ?? 'unknown';
};

/** Builds the web app if it is missing or older than its sources. Never fails: the API is of use without it. */
export const ensureWeb = async (say: (line: string) => void = console.error): Promise<boolean> => {
  if (isFresh()) return true;
  say('Building the web app (once) …');
  try {
    await buildWeb();
    return true;
  } catch (error) {
    const instead = modifiedAt(PAGE) > 0 ? 'an older build of it is served' : 'the server starts without it';
    say(`WARNING: the web app could not be built, so ${instead}. The reason: ${reasonOf(error)}`);
    say('         `npx nx run web:build` shows all of it.');
    return false;
  }
};

// Node before 24 does not know `main`. Before a start a failure is only told; `--strict`, for checks, fails by it.
if (import.meta.main ?? process.argv[1]?.endsWith('ensure-web.ts')) {
  const isBuilt = await ensureWeb();
  if (!isBuilt && process.argv.includes('--strict')) process.exitCode = 1;
}
