import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useScratchDatabase } from '../connect/scratch-database.ts';
import { deleteEndedSessions } from './sessions.ts';

const connection = useScratchDatabase();

test('sessions that ended before a time go, by whichever end came first, and others stay', async () => {
  const { db } = connection();
  const id = (n: number): string => `01900000-0000-7000-8000-00000000000${n}`;
  await sql`insert into users (user_id, username, username_key, display_name, role, created_at)
    values (${id(0)}, 'a', 'a', 'A', 'viewer', '2026-01-01')`.execute(db);
  const sessions: [number, string, string | null][] = [
    [1, '2026-04-30T23:59:59Z', null],
    [2, '2026-05-01T00:00:00Z', null],
    [3, '2026-07-01T00:00:00Z', '2026-04-30T00:00:00Z'],
    [4, '2026-07-01T00:00:00Z', '2026-05-15T00:00:00Z'],
    [5, '2026-07-01T00:00:00Z', null],
  ];
  for (const [n, expires, ended] of sessions)
    await sql`insert into sessions (session_id, user_id, created_at, expires_at, ended_at)
      values (${id(n)}, ${id(0)}, '2026-04-01', ${expires}, ${ended})`.execute(db);
  await deleteEndedSessions(db, new Date('2026-05-01T00:00:00Z'));
  const { rows } = await sql<{ id: string }>`select session_id::text as id from sessions order by 1`.execute(
    db,
  );
  expect(rows.map((row) => row.id)).toEqual([id(2), id(4), id(5)]);
});
