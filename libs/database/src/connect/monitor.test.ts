import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Connection } from './connect.ts';
import { connect } from './connect.ts';
import { isUnavailable } from './unavailable.ts';

/** A way to the database that can be held still: bytes stay where they are, connections stay open. */
const createValve = async (target: URL) => {
  const { connect: dial } = await import('node:net');
  const sockets = new Set<Socket>();
  let isHeld = false;
  const server: Server = createServer((near) => {
    const far = dial(Number(target.port), target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk) => to.write(chunk));
      from.on('error', () => to.destroy());
      from.on('close', () => (sockets.delete(from), to.destroy()));
      if (isHeld) from.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(target);
  url.port = String((server.address() as { port: number }).port);
  return {
    url: url.href,
    hold: () => {
      isHeld = true;
      for (const socket of sockets) socket.pause();
    },
    release: () => {
      isHeld = false;
      for (const socket of sockets) socket.resume();
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
};

describe('a database that stops answering', () => {
  let valve: Awaited<ReturnType<typeof createValve>>;
  let connection: Connection;

  beforeAll(async () => {
    valve = await createValve(new URL(inject('databaseServerUrl')));
    connection = connect({ url: valve.url });
  });
  afterAll(async () => {
    await connection.close();
    valve.close();
  });

  const ask = async (query = sql`select 1`): Promise<{ ms: number; error: unknown }> => {
    const begin = performance.now();
    const error = await query.execute(connection.db).then(
      () => null,
      (reason: unknown) => reason,
    );
    return { ms: performance.now() - begin, error };
  };

  test('fails what is under way and what comes, each within two seconds, and is found back', async () => {
    expect((await ask()).error).toBeNull();
    const underWay = ask(sql`select pg_sleep(20)`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    valve.hold();
    const answers = await Promise.all([underWay, ...Array.from({ length: 40 }, () => ask())]);
    for (const { ms, error } of answers) {
      expect(isUnavailable(error)).toBe(true);
      expect(ms).toBeLessThan(2000);
    }
    // By now it is known to be down: nobody waits any more.
    const later = await ask();
    expect(isUnavailable(later.error)).toBe(true);
    expect(later.ms).toBeLessThan(100);
    valve.release();
    const begin = performance.now();
    while ((await ask()).error !== null && performance.now() - begin < 5000)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(performance.now() - begin).toBeLessThan(2000);
  });

  test('a slow query is none: others that answer show that the database lives', async () => {
    const slow = ask(sql`select pg_sleep(2.5)`);
    expect((await slow).error).toBeNull();
  });
});
