import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { createDatabase, dropDatabase } from '@codemetrics/testing';
import { temporaryDirectory } from '../../test/git-kit.ts';
import { runCommand } from '../../test/run-command.ts';
import { isWaiting, lockTable, startServer } from '../../test/spawned-installation.ts';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

const makeDatabase = async (): Promise<string> => {
  const { name, url } = await createDatabase(inject('databaseServerUrl'));
  onTestFinished(() => dropDatabase(inject('databaseServerUrl'), name));
  return url;
};
const on = (databaseUrl: string) => ({ DATABASE_URL: databaseUrl });
/** On the embedded database of a directory. */
const within = (dataDir: string) => ({ DATABASE_URL: '', DATA_DIR: dataDir });

describe('codemetrics backup and restore', { timeout: 120_000 }, () => {
  test('a token that was revoked after the backup is refused after the restore; one that is still good goes on', async () => {
    const [databaseUrl, dataDir] = [await makeDatabase(), temporaryDirectory()];
    const file = join(dataDir, 'x.backup');
    const first = await startServer({ dataDir, databaseUrl });
    const { client, sessionToken } = await first.signIn();
    await client.workloads.create({ id: 'my-team', name: 'My team' });
    const [kept, revoked] = [
      await client.tokens.create({ subject: 'kept' }),
      await client.tokens.create({ subject: 'revoked' }),
    ];
    const jo = await client.users.create({ username: 'jo', password: 'another sentence 43', role: 'editor' });
    const backup = await runCommand(['backup', file], on(databaseUrl));
    expect(backup, backup.errors).toMatchObject({ code: 0, output: expect.stringContaining('rows') });
    await client.tokens.revoke({ tokenId: revoked.tokenId });
    await client.users.update({ userId: jo.userId, disabled: true });
    await client.workloads.create({ id: 'later', name: 'Later' });
    const whileRunning = await runCommand(['restore', file, '--replace', '--yes'], on(databaseUrl));
    expect(whileRunning).toMatchObject({ code: 1, errors: expect.stringContaining('Stop every server') });
    expect((await client.workloads.list({})).workloads).toHaveLength(2);
    await first.stop();
    const restored = await runCommand(['restore', file, '--replace', '--yes'], on(databaseUrl));
    expect(restored, restored.errors).toMatchObject({
      code: 0,
      output: expect.stringMatching(/1 service token\. Still good: 1 service token\.\n.*now disabled: jo\./),
    });
    const second = await startServer({ dataDir, databaseUrl });
    expect(await second.statusOf(revoked.accessToken)).toBe(401);
    expect(await second.statusOf(kept.accessToken)).toBe(200);
    expect(await second.statusOf(sessionToken)).toBe(401);
    const again = await second.signIn();
    expect((await again.client.workloads.list({})).workloads.map(({ id }) => id)).toEqual(['my-team']);
    const { entries } = await again.client.audit.list({ action: 'system.restore' });
    expect(entries).toMatchObject([{ actorKind: 'system', details: { tokensRevoked: 1, replaced: true } }]);
    const verified = await runCommand(['audit', 'verify'], {
      CODEMETRICS_URL: second.url,
      CODEMETRICS_TOKEN: again.sessionToken,
    });
    expect(verified, verified.errors).toMatchObject({ code: 0, output: expect.stringContaining('unbroken') });
  });

  test('on an embedded database: while its server runs, while it does not, and into a new directory', async () => {
    const [dataDir, files, other] = [temporaryDirectory(), temporaryDirectory(), temporaryDirectory()];
    const at = (name: string) => join(files, name);
    const server = await startServer({ dataDir });
    const { client } = await server.signIn();
    await client.workloads.create({ id: 'my-team', name: 'My team' });
    const token = await client.tokens.create({ subject: 'ci' });
    const running = await runCommand(['backup', at('running'), '--json'], within(dataDir));
    expect(running, running.errors).toMatchObject({ code: 0 });
    expect(JSON.parse(running.output)).toMatchObject({ file: at('running'), sealedSecrets: 0 });
    const refused = await runCommand(['restore', at('running'), '--replace', '--yes'], within(dataDir));
    expect(refused).toMatchObject({ code: 1, errors: expect.stringContaining('in use by another') });
    expect(await server.statusOf(token.accessToken)).toBe(200);
    await server.stop();
    const stopped = await runCommand(['backup', at('stopped'), '--data-dir', dataDir], within(other));
    expect(stopped, stopped.errors).toMatchObject({ code: 0 });
    expect(existsSync(join(dataDir, 'server.lock'))).toBe(false);
    const restored = await runCommand(['restore', at('stopped'), '--json'], within(other));
    expect(restored, restored.errors).toMatchObject({
      code: 0,
      errors: expect.stringContaining('token-secret'),
    });
    expect(JSON.parse(restored.output)).toMatchObject({ replaced: false, tokensRevoked: 1, takenBack: null });
    cpSync(join(dataDir, 'token-secret'), join(other, 'token-secret'));
    const next = await startServer({ dataDir: other });
    expect(await next.statusOf(token.accessToken)).toBe(401);
    const again = await next.signIn();
    expect((await again.client.workloads.list({})).workloads.map(({ id }) => id)).toEqual(['my-team']);
    await next.stop();
    // The operator may take the risk, and an earlier backup may go into the same place.
    const emptied = temporaryDirectory();
    cpSync(join(dataDir, 'token-secret'), join(emptied, 'token-secret'));
    expect(await runCommand(['restore', at('running'), '--keep-tokens'], within(emptied))).toMatchObject({
      code: 0,
    });
    const last = await startServer({ dataDir: emptied });
    expect(await last.statusOf(token.accessToken)).toBe(200);
  });

  test('write a file of mode 0600, whole or not at all, and never over another unless told to', async () => {
    const [databaseUrl, directory] = [await makeDatabase(), temporaryDirectory()];
    const file = join(directory, 'x.backup');
    expect(await runCommand(['backup', file], on(databaseUrl))).toMatchObject({
      code: 1,
      errors: expect.stringContaining('no CodeMetrics in this database'),
    });
    expect(readdirSync(directory)).toEqual([]);
    await (await startServer({ dataDir: temporaryDirectory(), databaseUrl })).stop();
    expect(await runCommand(['backup', file], on(databaseUrl))).toMatchObject({ code: 0 });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const before = readFileSync(file);
    expect(await runCommand(['backup', file], on(databaseUrl))).toMatchObject({
      code: 1,
      errors: expect.stringContaining('--force'),
    });
    expect(readFileSync(file)).toEqual(before);
    expect(await runCommand(['backup', file, '--force'], on(databaseUrl))).toMatchObject({ code: 0 });
    expect(readdirSync(directory)).toEqual(['x.backup']);
    expect(readFileSync(file)).not.toEqual(before);
  });

  test('standard output takes a backup that restores', async () => {
    const [databaseUrl, target] = [await makeDatabase(), await makeDatabase()];
    await (await startServer({ dataDir: temporaryDirectory(), databaseUrl })).stop();
    const file = join(temporaryDirectory(), 'x.backup');
    const child = spawn(process.execPath, [MAIN, 'backup', '-'], {
      env: { ...process.env, ...on(databaseUrl) },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
    writeFileSync(file, Buffer.concat(chunks));
    expect(await runCommand(['restore', file], on(target))).toMatchObject({ code: 0 });
    truncateSync(file, statSync(file).size - 100);
    const cut = await runCommand(['restore', file, '--replace', '--yes'], on(target));
    expect(cut).toMatchObject({ code: 1, errors: expect.stringContaining('damaged: it is cut off') });
    expect(cut.errors).not.toContain('    at ');
  });

  test('end with 130 where they are interrupted, and leave nothing behind', async () => {
    const [databaseUrl, directory] = [await makeDatabase(), temporaryDirectory()];
    await (await startServer({ dataDir: temporaryDirectory(), databaseUrl })).stop();
    const file = join(directory, 'x.backup');
    expect(await runCommand(['backup', file], on(databaseUrl))).toMatchObject({ code: 0 });
    await lockTable(databaseUrl, 'workloads');
    for (const args of [
      ['backup', join(directory, 'y.backup')],
      ['restore', file, '--replace', '--yes'],
    ]) {
      const child = spawn(process.execPath, [MAIN, ...args], {
        env: { ...process.env, ...on(databaseUrl) },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let errors = '';
      child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
      const ended = new Promise((resolve) => child.once('close', resolve));
      await expect
        .poll(() => isWaiting(databaseUrl, `codemetrics ${args[0]}`), { timeout: 20_000 })
        .toBe(true);
      child.kill('SIGINT');
      expect([await ended, errors]).toEqual([130, expect.stringContaining('Nothing was changed.')]);
    }
    expect(readdirSync(directory)).toEqual(['x.backup']);
  });

  test('end with 2 where they are asked wrongly, and with 1 and a reason where they can’t', async () => {
    const none = temporaryDirectory();
    for (const args of [
      ['backup'],
      ['backup', '-', '--json'],
      ['restore', '-'],
      ['restore', join(none, 'x'), '--replace'],
    ])
      expect(await runCommand(args, within(none)), args.join(' ')).toMatchObject({ code: 2 });
    expect(
      await runCommand(['backup', join(none, 'x')], { DATABASE_URL: 'mysql://jo:secret-7@x/y' }),
    ).toMatchObject({
      code: 2,
      errors: expect.not.stringContaining('secret-7'),
    });
    for (const [args, env, reason] of [
      [['backup', join(none, 'x')], within(none), 'There is no embedded database in'],
      [['backup', none], within(none), 'is not a file'],
      [['restore', join(none, 'x')], within(none), 'no such file'],
      [['backup', join(none, 'x')], on('postgres://jo:secret-7@127.0.0.1:1/x'), 'ECONNREFUSED'],
    ] as const) {
      const { code, errors } = await runCommand(args, env);
      expect([code, errors]).toEqual([1, expect.stringContaining(reason)]);
      expect(errors).not.toMatch(/secret-7|\n {4}at /);
    }
    expect(readdirSync(none)).toEqual([]);
  });
});
