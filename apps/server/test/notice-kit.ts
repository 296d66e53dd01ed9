import { inject } from 'vitest';
import type { TestDatabase } from '@codemetrics/testing';
import { createDatabase, dropDatabase } from '@codemetrics/testing';
import type { TestServer } from './harness.ts';
import { startTestServer } from './harness.ts';

export const DAY_MS = 86_400_000;
/** How often the servers of these tests look. */
const LOOK_MS = 50;

/** A notice as the API tells it. */
export interface ListedNotice {
  readonly noticeId: string;
  readonly kind: string;
  readonly tokenId: string;
  readonly days: number | null;
  readonly network: string | null;
}

/** Several servers on one database, with one clock that the test moves. */
export const createNoticeKit = async (start = Date.parse('2026-03-01T12:00:00Z')) => {
  const database: TestDatabase = await createDatabase(
    inject('databaseServerUrl'),
    inject('templateDatabase'),
  );
  const running = new Set<TestServer>();
  let clock = start;
  return {
    databaseUrl: database.url,
    now: () => new Date(clock),
    /** Moves the clock to so many days after its start. */
    moveTo: (days: number) => void (clock = start + days * DAY_MS),
    move: (seconds: number) => void (clock += seconds * 1000),
    start: async (env: Record<string, string> = {}): Promise<TestServer> => {
      const server = await startTestServer({
        now: () => new Date(clock),
        noticeLookMs: LOOK_MS,
        env: {
          DATABASE_URL: database.url,
          TOKEN_SECRET: 'one key ring for all servers of these tests',
          SERVICE_TOKEN_TTL: '3650d',
          SESSION_TTL: '3650d',
          OUTBOUND_ALLOWED: '127.0.0.0/8',
          TRUST_PROXY: '127.0.0.1',
          ...env,
        },
      });
      running.add(server);
      return server;
    },
    stop: async (server: TestServer): Promise<void> => {
      running.delete(server);
      await server.stop();
    },
    /** Long enough for every server to have looked several times. */
    settle: () => new Promise<void>((resolve) => setTimeout(resolve, LOOK_MS * 8)),
    close: async (): Promise<void> => {
      for (const server of running) await server.stop();
      await dropDatabase(inject('databaseServerUrl'), database.name);
    },
  };
};

export type NoticeKit = Awaited<ReturnType<typeof createNoticeKit>>;

/** Every notice that a session sees, the oldest first; `include` adds what no longer matters. */
export const noticesOf = async (
  server: TestServer,
  token = server.admin,
  include = true,
): Promise<ListedNotice[]> => {
  const path = `/api/notices?limit=500${include ? '&include=dismissed' : ''}`;
  const answer = await server.call('GET', path, { token });
  if (answer.status !== 200) throw new Error(answer.text);
  return (answer.body.notices as ListedNotice[]).reverse();
};
