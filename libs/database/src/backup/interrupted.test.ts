import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  addUser,
  backUp,
  contentOf,
  makeDatabase,
  query,
  restore,
  temporaryDirectory,
} from './backup-testing.ts';
import { dumpDatabase } from './index.ts';

vi.setConfig({ testTimeout: 60_000 });

const addRuns = (url: string, count: number): Promise<object[]> =>
  query(
    url,
    `insert into pipeline_runs (workload_id, run_id, source, external_id, attempt, repository, job, status, sorted_at, url)
     select 'w', gen_random_uuid(), 's', i::text, 1, 'r', 'j', 'completed', now(), md5(i::text) || md5((-i)::text) from generate_series(1, ${count}) i`,
  );

const cutBackend = (url: string, name: string): Promise<object[]> =>
  query(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and datname = current_database()`,
    [name],
  );

describe('a restore that is ended midway leaves the database as it was', () => {
  test.each(['loading users', 'loading pipeline_runs 2', 'finishing pipeline_runs'])(
    'by kill -9 at “%s”',
    { timeout: 60_000 },
    async (point) => {
      const [source, target] = [await makeDatabase(), await makeDatabase()];
      await addUser(source, 'jo');
      await addRuns(source, 10_000);
      await addUser(target, 'ann');
      await addRuns(target, 100);
      const path = await backUp(source);
      const before = await contentOf(target);
      const fixture = join(import.meta.dirname, 'backup-fixture.ts');
      const child = spawn(process.execPath, [fixture, target, path, point]);
      onTestFinished(() => void child.kill('SIGKILL'));
      let errors = '';
      child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
      await new Promise<void>((resolve, reject) => {
        child.stdout.once('data', () => resolve());
        child.once('exit', () => reject(new Error(`It was not killed in time: ${errors}`)));
      });
      child.kill('SIGKILL');
      await once(child, 'exit');
      // The server's side of the killed process ends when it is noticed.
      await expect
        .poll(
          () =>
            query(
              target,
              `select from pg_stat_activity where application_name = 'codemetrics restore' and datname = current_database()`,
            ),
          { timeout: 15_000 },
        )
        .toEqual([]);
      expect(await contentOf(target)).toEqual(before);
      expect(await restore(target, path, { replace: true })).toMatchObject({ replaced: true });
      expect(await query(target, 'select count(*)::int as runs from pipeline_runs')).toEqual([
        { runs: 10_000 },
      ]);
    },
  );

  test('by a signal, or by PostgreSQL, and tells which', async () => {
    const [source, target] = [await makeDatabase(), await makeDatabase()];
    await addRuns(source, 10_000);
    await addUser(target, 'ann');
    const path = await backUp(source);
    const before = await contentOf(target);
    const abort = new AbortController();
    const stopped = restore(target, path, {
      ...{ replace: true, signal: abort.signal },
      onProgress: ({ table }) => table === 'pipeline_runs' && abort.abort(new Error('stop it')),
    });
    await expect(stopped).rejects.toThrow('stop it');
    let cut: Promise<object[]> | undefined;
    const lost = restore(target, path, {
      replace: true,
      onProgress: ({ table }) =>
        table === 'pipeline_runs' && (cut ??= cutBackend(target, 'codemetrics restore')),
    });
    await expect(lost).rejects.toThrow(/terminat/);
    await cut;
    expect(await contentOf(target)).toEqual(before);
  });
});

describe('a backup', () => {
  test('that is ended midway by a signal, or by PostgreSQL, fails, and tells which', async () => {
    const url = await makeDatabase();
    await addRuns(url, 60_000);
    const output = () => createWriteStream(join(temporaryDirectory(), 'x'));
    const abort = new AbortController();
    const stopped = dumpDatabase({
      ...{ url, productVersion: '1', output: output(), signal: abort.signal },
      onProgress: ({ table }) => table === 'pipeline_runs' && abort.abort(new Error('stop it')),
    });
    await expect(stopped).rejects.toThrow('stop it');
    // More than what is on its way to the client.
    let cut: Promise<object[]> | undefined;
    const lost = dumpDatabase({
      ...{ url, productVersion: '1', output: output() },
      onProgress: ({ table }) => table === 'pipeline_runs' && (cut ??= cutBackend(url, 'codemetrics backup')),
    });
    await expect(lost).rejects.toThrow(/terminat/);
    await cut;
  });

  test('fails where its file can’t be written', async () => {
    const url = await makeDatabase();
    await addRuns(url, 1000);
    const output = createWriteStream('/dev/full');
    await expect(dumpDatabase({ url, productVersion: '1', output })).rejects.toMatchObject({
      code: 'ENOSPC',
    });
  });

  test('holds one moment, while others write', async () => {
    const [url, target] = [await makeDatabase(), await makeDatabase('empty')];
    await addRuns(url, 60_000);
    let isDone = false;
    let written = 0;
    // One row into a table at the front and one at the end, in one transaction.
    const writing = (async () => {
      for (; !isDone; written++)
        await query(
          url,
          `with a as (insert into dimension_values values ('w', 'job', '${written}'))
           insert into repositories values ('w', '${written}', null)`,
        );
    })();
    await expect.poll(() => written).toBeGreaterThan(5);
    const path = await backUp(url);
    isDone = true;
    await writing;
    await restore(target, path);
    const [counts] = await query<{ a: number; b: number }>(
      target,
      `select (select count(*) from dimension_values)::int as a, (select count(*) from repositories)::int as b`,
    );
    expect(counts!.a).toBe(counts!.b);
    expect(counts!.a).toBeGreaterThan(0);
    expect(counts!.a).toBeLessThan(written);
  });
});
