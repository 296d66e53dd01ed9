import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../test/run-command.ts';
import { useStartedServer } from '../test/started-server.ts';

const server = useStartedServer();
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'codemetrics-audit-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const run = (...args: string[]) =>
  runCommand(args, { CODEMETRICS_URL: server().url, CODEMETRICS_TOKEN: server().sessionToken });
/** Changes the log past the server, as whoever owns the database can. */
const tamper = async (sql: string): Promise<void> => {
  await server().rows('alter table audit_entries disable trigger user');
  await server().rows(sql);
  await server().rows('alter table audit_entries enable trigger user');
};

describe('codemetrics audit', () => {
  const checkpoint = () => join(directory, 'checkpoint');

  test('export writes every entry, and verify takes it from a file and from the server', async () => {
    for (let n = 0; n < 12; n++)
      await server().admin.workloads.create({ id: `audited-${n}`, name: `Audited ${n}` });
    const exported = await run('audit', 'export');
    expect(exported.code, exported.errors).toBe(0);
    const entries = exported.output.trim().split('\n');
    expect(entries.length).toBeGreaterThanOrEqual(14);
    const file = join(directory, 'audit.ndjson');
    await writeFile(file, exported.output);
    expect((await run('audit', 'verify', '--file', file)).output).toMatch(/entries, unbroken/);
    const verified = await run('audit', 'verify', '--checkpoint', checkpoint());
    expect(verified.code, verified.errors).toBe(0);
    await writeFile(file, exported.output.slice(0, -20));
    expect(await run('audit', 'verify', '--file', file)).toMatchObject({
      code: 1,
      errors: expect.stringContaining('broke off'),
    });
  });

  test('verify finds a log that was written anew as a whole, by what it noted before', async () => {
    await server().admin.workloads.create({ id: 'after', name: 'After' });
    expect((await run('audit', 'verify', '--checkpoint', checkpoint())).code).toBe(0);
    const noted = JSON.parse((await import('node:fs')).readFileSync(checkpoint(), 'utf8')) as {
      sequence: number;
    };
    await writeFile(
      join(directory, 'other'),
      JSON.stringify({ sequence: noted.sequence, hash: 'f'.repeat(64) }),
    );
    const found = await run('audit', 'verify', '--checkpoint', join(directory, 'other'), '--json');
    expect(found.code).toBe(1);
    expect(JSON.parse(found.output)).toMatchObject({
      unbroken: false,
      faults: [{ sequence: noted.sequence, what: 'gap' }],
    });
  });

  test('verify finds what was altered or removed in the database', async () => {
    await tamper(`update audit_entries set actor = 'somebody-else' where sequence = 5`);
    const altered = await run('audit', 'verify');
    expect(altered).toMatchObject({ code: 1, errors: expect.stringContaining('Entry 5 is not what') });
    await tamper(`update audit_entries set actor = 'admin' where sequence = 5`);
    expect((await run('audit', 'verify')).code).toBe(0);
    await tamper('delete from audit_entries where sequence = 7');
    const removed = await run('audit', 'verify');
    expect(removed).toMatchObject({ code: 1, errors: expect.stringContaining('Before entry 8 comes 6') });
    await tamper('delete from audit_entries where sequence > 6');
    expect((await run('audit', 'verify')).errors).toContain('The newest entry is');
  });

  test('a token without audit:read is told what it lacks', async () => {
    const token = await server().token(['data:read']);
    const refused = await runCommand(['audit', 'verify'], {
      CODEMETRICS_URL: server().url,
      CODEMETRICS_TOKEN: token,
    });
    expect(refused).toMatchObject({ code: 1, errors: expect.stringContaining('audit:read') });
  });
});

describe('codemetrics keys', () => {
  test('lists, rotates and ends the signing keys', async () => {
    const before = JSON.parse((await run('keys', 'list', '--json')).output) as { kid: string }[];
    expect(before).toHaveLength(1);
    const made = await run('keys', 'rotate', '--alg', 'EdDSA');
    expect(made).toMatchObject({ code: 0, output: expect.stringMatching(/\(EdDSA\) signs from now on/) });
    const listed = await run('keys', 'list');
    expect(listed.output).toMatch(/EdDSA {2}signing/);
    expect(listed.output).toMatch(new RegExp(`${before[0]!.kid} .*verifying`));
    const kid = /^(\S+) \(EdDSA\)/.exec(made.output)![1]!;
    const refused = await run('keys', 'end', kid);
    expect(refused).toMatchObject({
      code: 1,
      errors: expect.stringContaining('Rotate to another one first'),
    });
    expect((await run('keys', 'rotate', '--alg', 'RS256')).code).toBe(2);
    expect((await run('keys', 'end', before[0]!.kid)).output).toContain('has ended');
    // The session itself was signed with it.
    expect(await run('keys', 'list')).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/credential/i),
    });
  });
});
