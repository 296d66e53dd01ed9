import { chmodSync, chownSync, cpSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { findBinaries } from './binaries.ts';
import { createCluster } from './cluster.ts';
import { query, start, temporaryDirectory } from './embedded-testing.ts';
import { ensurePassword } from './password.ts';
import { selectRunner } from './select-runner.ts';

const log = (): void => undefined;
const asRoot = process.getuid?.() === 0;
const REFUSED = ['false'];

/** The platform's binaries in a folder which only we can enter, as below /root; as root also without links. */
function privateBinaries() {
  const root = join(temporaryDirectory(), 'native');
  cpSync(findBinaries().root, root, { recursive: true, verbatimSymlinks: true });
  const { version, major } = findBinaries();
  return { root, version, major, initdb: join(root, 'bin/initdb'), postgres: join(root, 'bin/postgres') };
}

/** A user of this system that may run programs, e.g. `daemon`. */
function ordinaryUser(): { uid: number; gid: number } {
  const fields = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const [, , uid, gid] = fields.find(([, , id]) => Number(id) > 0 && Number(id) < 65_534) ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

describe('how PostgreSQL is run', { timeout: 60_000 }, () => {
  test.runIf(asRoot)('without namespaces: as nobody, from a copy when the original is private', async () => {
    const directory = temporaryDirectory();
    const binaries = privateBinaries();
    const runner = await selectRunner(binaries, directory, log, REFUSED);
    expect(runner.identity).toEqual({ uid: 65534, gid: 65534 });
    expect(runner.binaries.root).toBe(join(directory, `bin-${binaries.version}`));
    await ensurePassword(directory, runner);
    await createCluster(runner, directory, false);
    expect(statSync(join(directory, 'postgres', 'PG_VERSION')).uid).toBe(65534);
    const again = await selectRunner(binaries, directory, log, REFUSED);
    expect(again.binaries.root).toBe(runner.binaries.root);
    const database = await start(directory);
    expect(await query(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test.runIf(asRoot)('as root in the directory of an ordinary user: as that user', async () => {
    const directory = temporaryDirectory();
    const { uid, gid } = ordinaryUser();
    chownSync(directory, uid, gid);
    const database = await start(directory);
    expect(statSync(join(directory, 'postgres', 'PG_VERSION'))).toMatchObject({ uid, gid });
    expect(statSync(join(directory, 'postgres-password')).uid).toBe(uid);
    expect(readFileSync(`/proc/${database.pid}/status`, 'utf8')).toContain(`Uid:\t${uid}\t${uid}`);
    await database.stop();
    chownSync(directory, 0, 0);
    const next = await start(directory);
    expect(statSync(join(directory, 'postgres', 'PG_VERSION')).uid).toBe(0);
    expect(await query(next.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test.runIf(asRoot)('as root in the directory of a user without a name: in a namespace', async () => {
    const directory = temporaryDirectory();
    chownSync(directory, 12_345, 12_345);
    const database = await start(directory);
    expect(await query(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('makes the library links which an install without scripts leaves out', async () => {
    const directory = temporaryDirectory();
    const binaries = privateBinaries();
    if (!existsSync(join(binaries.root, 'lib', 'libicuuc.so.60'))) return;
    rmSync(join(binaries.root, 'lib', 'libicuuc.so.60'));
    const runner = await selectRunner(binaries, directory, log);
    expect(runner.binaries.root).not.toBe(binaries.root);
  });

  test('quotes the loader when a library is missing', async () => {
    const directory = temporaryDirectory();
    const binaries = privateBinaries();
    rmSync(join(binaries.root, 'lib', 'libxml2.so.2'), { force: true });
    chmodSync(binaries.root, 0o755);
    const selected = selectRunner(binaries, directory, log).then(
      (runner) => runner.binaries.root,
      (error: Error) => error,
    );
    const result = await selected;
    // A system with a libxml2 of its own runs it all the same.
    if (result instanceof Error) {
      expect(result).toMatchObject({ code: 'cannot-run' });
      expect(result.message).toMatch(/libxml2.*DATABASE_URL/s);
    }
  });

  test.runIf(asRoot)('says why it cannot run, and leaves the directory as it was', async () => {
    const above = temporaryDirectory();
    const directory = join(above, 'data');
    cpSync(import.meta.dirname, directory, { recursive: true });
    chmodSync(above, 0o700);
    await expect(selectRunner(findBinaries(), directory, log, REFUSED)).rejects.toMatchObject({
      code: 'cannot-run',
      message: expect.stringMatching(/namespace.*nobody.*ordinary user.*DATABASE_URL/s),
    });
    expect(statSync(directory).uid).toBe(0);
  });
});
