import { Client } from 'pg';
import { describe, expect, test, vi } from 'vitest';
import { connect } from '../connect/connect.ts';
import { appendAudit } from '../repositories/audit.ts';
import { addUser, backUp, contentOf, makeDatabase, query, restore, schemaOf } from './backup-testing.ts';
import { bringSchemaTo, knownMigrations } from './bring-schema-to.ts';
import { fillOddly, ODD_TEXTS } from './fill-oddly.ts';
import { beginOn } from './restore-transaction.ts';

vi.setConfig({ testTimeout: 60_000 });

/** What a restore itself sets. */
const CHANGED = [
  ...['sessions.ended_at', 'service_tokens.revoked_at', 'notice_deliveries.given_up_at'],
  ...['audit_head.sequence', 'audit_head.hash'],
];

const audit = async (url: string, entries: number): Promise<void> => {
  const { db, close } = connect({ url });
  for (let at = 0; at < entries; at++)
    await db.transaction().execute((tx) =>
      appendAudit(tx, {
        ...{ at: new Date(), actor: ODD_TEXTS[0], actor_kind: 'system', address: null, request_id: '' },
        ...{ action: 'test', target: null, outcome: 'success', details: { odd: ODD_TEXTS } },
      }),
    );
  await close();
};

describe('a backup that is restored into an empty database', () => {
  test('gives every row of every table, whatever is in it, and the schema that the migrations make', async () => {
    const source = await makeDatabase();
    const tables = await fillOddly(source);
    await audit(source, 3);
    const before = await contentOf(source, CHANGED);
    expect(Object.keys(before).sort()).toEqual([...tables, 'audit_entries', 'audit_head'].sort());
    for (const table of tables) expect(before[table], table).toHaveLength(3);
    const target = await makeDatabase('empty');
    const summary = await restore(target, await backUp(source));
    const after = await contentOf(target, CHANGED);
    const entries = after['audit_entries']!.filter((line) => !line.includes('system.restore'));
    expect({ ...after, audit_entries: entries }).toEqual(before);
    expect(await schemaOf(target)).toEqual(await schemaOf(source));
    expect(summary).toMatchObject({
      ...{ tables: Object.keys(before).length, rows: tables.length * 3 + 4, replaced: false },
      ...{ leftOut: [], auditChain: 'whole', migrationsRun: [], takenBack: null },
    });
  });

  test('goes on with the audit chain where the backup ends', async () => {
    const source = await makeDatabase();
    await audit(source, 2);
    const target = await makeDatabase('empty');
    await restore(target, await backUp(source));
    const entries = await query<{ sequence: string; hash: string; previous_hash: string }>(
      target,
      'select * from audit_entries order by sequence',
    );
    expect(entries).toHaveLength(3);
    expect(entries[2]).toMatchObject({
      ...{ sequence: '3', previous_hash: entries[1]!.hash, action: 'system.restore', actor: 'system' },
      details: { replaced: false, replacedAudit: null, sessionsEnded: 0 },
    });
    expect(await query(target, 'select sequence, hash from audit_head')).toEqual([
      { sequence: '3', hash: entries[2]!.hash },
    ]);
    await expect(query(target, 'delete from audit_entries')).rejects.toThrow('never changed');
    await audit(target, 1);
  });

  test('tells of an audit chain that was broken before, and restores it all the same', async () => {
    const source = await makeDatabase();
    await audit(source, 3);
    await query(
      source,
      `alter table audit_entries disable trigger user; update audit_entries set hash = 'x' where sequence = 2; alter table audit_entries enable trigger user`,
    );
    const target = await makeDatabase('empty');
    expect(await restore(target, await backUp(source))).toMatchObject({ auditChain: 'broken' });
  });

  test('of an older version is brought forward', async () => {
    const source = await makeDatabase('empty');
    const old = knownMigrations().slice(0, 1);
    const client = new Client({ connectionString: source });
    await client.connect();
    const tx = await beginOn(client);
    await bringSchemaTo(tx, old);
    await tx.commit().execute();
    await client.end();
    await addUser(source, 'jo');
    await query(
      source,
      `insert into workloads (workload_id, name, description, tags, repository_groups, created_at, updated_at) values ('w', 'W', '', '{}', '[]', now(), now())`,
    );
    const target = await makeDatabase('empty');
    const summary = await restore(target, await backUp(source));
    expect(summary.migrationsRun).toEqual(knownMigrations().slice(1));
    expect(await query(target, 'select workload_id, services from workloads')).toEqual([
      { workload_id: 'w', services: [] },
    ]);
    expect(await schemaOf(target)).toEqual(await schemaOf(await makeDatabase()));
    expect(await query(target, 'select name from kysely_migration order by 1')).toEqual(
      knownMigrations().map((name) => ({ name })),
    );
  });

  test('leaves out tables that no migration makes, and says so', async () => {
    const source = await makeDatabase();
    await query(source, 'create table "Own ""one" as select 1 as a');
    const target = await makeDatabase('empty');
    expect(await restore(target, await backUp(source))).toMatchObject({ leftOut: ['Own "one'] });
  });
});

describe('a backup that replaces a database', () => {
  test('leaves nothing of what was there, and keeps what belongs to an extension', async () => {
    const [source, target] = [await makeDatabase(), await makeDatabase()];
    await addUser(source, 'jo');
    await addUser(target, 'ann');
    await audit(target, 2);
    await query(
      target,
      `create table later (id int); create view seen as select * from users; create type mood as enum ('good');
       create table numbered (id serial, other bigint generated always as identity) partition by range (id);
       create table numbered_1 partition of numbered for values from (1) to (2);
       create function f() returns int language sql as 'select 1'; create sequence s; create extension citext`,
    );
    const before = await query<object>(target, 'select sequence, hash from audit_head');
    expect(await restore(target, await backUp(source), { replace: true })).toMatchObject({ replaced: true });
    expect(await query(target, 'select username from users')).toEqual([{ username: 'jo' }]);
    expect(
      await query(
        target,
        `select coalesce(to_regclass('later'), to_regclass('numbered_1'), to_regclass('numbered_id_seq')) as t, to_regclass('seen') as v, to_regtype('mood') as e, to_regclass('s') as s, 'A'::citext = 'a' as x`,
      ),
    ).toEqual([{ t: null, v: null, e: null, s: null, x: true }]);
    const [entry] = await query<{ details: { replacedAudit: object } }>(
      target,
      `select details from audit_entries where action = 'system.restore'`,
    );
    expect(entry!.details.replacedAudit).toEqual({ ...before[0], sequence: 2 });
  });
});
