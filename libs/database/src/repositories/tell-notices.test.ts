import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Connection } from '../connect/connect.ts';
import { connect } from '../connect/connect.ts';
import { listNotices } from './notices.ts';
import { insertServiceToken } from './service-tokens.ts';
import { tellExpiring, tellUnused } from './tell-notices.ts';
import { insertUser, updateUser } from './users.ts';

const name = `codemetrics_test_${randomUUID().replaceAll('-', '')}`;
const DAY_MS = 86_400_000;
const DAYS = [30, 14, 7, 1];
const T0 = Date.parse('2026-03-01T12:00:00Z');
const at = (day: number): Date => new Date(T0 + day * DAY_MS);
let connection: Connection;
let userId: string;

// By hand rather than with @codemetrics/testing, which stands above this library.
const administer = async (statement: string): Promise<void> => {
  const client = new Client({ connectionString: inject('databaseServerUrl') });
  await client.connect();
  await client.query(statement).finally(() => client.end());
};

const aUser = async (username: string): Promise<string> => {
  const user = await insertUser(connection.db, {
    ...{ user_id: randomUUID(), username, username_key: username, display_name: username, role: 'editor' },
    ...{ workloads: null, password_hash: null, created_at: at(0), last_sign_in_at: null },
  });
  return user.user_id;
};

/** A token made on day 0; `life` and what else is given are days from then on. */
const aToken = async (
  life: number,
  over: {
    made?: number;
    ends?: number;
    used?: number;
    revoked?: number;
    replaces?: string;
    owner?: string;
  } = {},
): Promise<string> => {
  const { made = 0, ends, used, revoked, replaces, owner } = over;
  const day = (value: number | undefined): Date | null => (value === undefined ? null : at(value));
  const token_id = randomUUID();
  await insertServiceToken(connection.db, {
    ...{ token_id, user_id: owner ?? userId, subject: 's', scopes: [], workloads: null, allowed_cidrs: null },
    ...{ description: null, kid: null, created_at: at(made), expires_at: at(made + life) },
    ...{ revoked_at: day(revoked), ends_at: day(ends), rotated_from: replaces ?? null },
    ...{ last_used_at: day(used), last_used_from: null, last_user_agent: null },
  });
  return token_id;
};

/** What was told of one token, in its order: `30d`, `unused`. */
const told = async (tokenId: string): Promise<string[]> => {
  const rows = await listNotices(connection.db, { limit: 500 });
  return rows
    .filter((row) => row.token_id === tokenId)
    .map((row) => (row.kind === 'token-unused' ? 'unused' : `${row.details.days}d`))
    .reverse();
};
const pass = async (day: number): Promise<void> => {
  await tellExpiring(connection.db, DAYS, at(day));
  await tellUnused(connection.db, 90, at(day));
};

beforeAll(async () => {
  await administer(`create database ${name} template ${inject('templateDatabase')}`);
  const url = new URL(inject('databaseServerUrl'));
  url.pathname = `/${name}`;
  connection = connect({ url: url.href });
  userId = await aUser('jo');
});
afterAll(async () => {
  await connection.close();
  await administer(`drop database if exists ${name} with (force)`);
});

describe('expiry', () => {
  const tell = async (tokenId: string, days: readonly number[]): Promise<string[]> => {
    for (const day of days) await tellExpiring(connection.db, DAYS, at(day));
    return told(tokenId);
  };

  test('each threshold is told once, on the day that it is reached', async () => {
    const token = await aToken(365);
    expect(await tell(token, [0, 300, 334.99])).toEqual([]);
    expect(await tell(token, [335, 335, 336, 350.99])).toEqual(['30d']);
    expect(await tell(token, [351, 357.99])).toEqual(['30d', '14d']);
    expect(await tell(token, [358, 363.99])).toEqual(['30d', '14d', '7d']);
    expect(await tell(token, [364, 364.99, 365, 366])).toEqual(['30d', '14d', '7d', '1d']);
  });

  test('a late pass tells the tightest alone, and none that is wider later', async () => {
    const token = await aToken(365);
    expect(await tell(token, [360, 361, 362])).toEqual(['7d']);
    expect(await tell(token, [364.5])).toEqual(['7d', '1d']);
  });

  test.each([
    [31, ['30d', '14d', '7d', '1d']],
    [30, ['14d', '7d', '1d']],
    [10, ['7d', '1d']],
    [7, ['1d']],
    [2, ['1d']],
    [1.99, []],
    [15 / 1440, []],
  ])('a token made for %f days tells only what lies within its life', async (life, expected) => {
    const token = await aToken(life);
    const days = [0, 30, 14, 7, 1].map((before) => Math.max(0, life - before)).sort((a, b) => a - b);
    expect(await tell(token, [0, ...days, life - 0.001])).toEqual(expected);
  });

  test('nothing is told of a token that has ended, was revoked or whose user is disabled', async () => {
    const disabled = await aUser('kim');
    await updateUser(connection.db, disabled, { disabled: true });
    const tokens = [
      await aToken(100),
      await aToken(365, { revoked: 50 }),
      await aToken(365, { owner: disabled }),
    ];
    for (const token of tokens) expect(await tell(token, [360])).toEqual([]);
  });

  test('a rotated token ends with its grace period, and its life counts from its replacement', async () => {
    const long = await aToken(365, { ends: 110 });
    const short = await aToken(365, { ends: 101 });
    await aToken(365, { made: 100, replaces: long });
    await aToken(365, { made: 100, replaces: short });
    expect(await tell(short, [100, 100.5, 100.99])).toEqual([]);
    expect(await tell(long, [100, 102])).toEqual([]);
    expect(await tell(long, [103.5, 109.5])).toEqual(['7d', '1d']);
  });

  test('an end that moves is told anew', async () => {
    const token = await aToken(365);
    expect(await tell(token, [340])).toEqual(['30d']);
    await connection.db
      .updateTable('service_tokens')
      .set({ ends_at: at(362) })
      .where('token_id', '=', token)
      .execute();
    expect(await tell(token, [341])).toEqual(['30d', '30d']);
  });

  test('passes at once tell each once', async () => {
    const tokens = await Promise.all(Array.from({ length: 20 }, () => aToken(50, { made: 1000 })));
    const counts = await Promise.all(
      Array.from({ length: 8 }, () => tellExpiring(connection.db, DAYS, at(1030))),
    );
    expect(counts.reduce((sum, one) => sum + one)).toBe(20);
    for (const token of tokens) expect(await told(token)).toEqual(['30d']);
  });
});

describe('no use', () => {
  test('a token that was never used counts from its making, a used one from its last use', async () => {
    const never = await aToken(3650);
    const used = await aToken(3650, { used: 10 });
    await pass(89.99);
    expect(await told(never)).toEqual([]);
    for (const day of [90, 95]) await pass(day);
    expect(await told(never)).toEqual(['unused']);
    expect(await told(used)).toEqual([]);
    for (const day of [100, 101, 150]) await pass(day);
    expect(await told(used)).toEqual(['unused']);
    await connection.db
      .updateTable('service_tokens')
      .set({ last_used_at: at(160) })
      .where('token_id', '=', used)
      .execute();
    for (const day of [161, 249, 250, 260]) await pass(day);
    expect(await told(used)).toEqual(['unused', 'unused']);
    expect(await told(never)).toEqual(['unused']);
  });

  test('nothing is told of one that was rotated, replaced, revoked or has ended', async () => {
    const rotated = await aToken(3650, { ends: 95 });
    const replaced = await aToken(3650);
    await aToken(3650, { made: 80, replaces: replaced });
    const others = [rotated, replaced, await aToken(3650, { revoked: 1 }), await aToken(80)];
    await pass(92);
    for (const token of others) expect((await told(token)).filter((one) => one === 'unused')).toEqual([]);
  });
});
