import { createValue } from './value.ts';

/** What keeps the app from its data: no server answers, or the server's database does not. */
export type Outage = 'unreachable' | 'unavailable';

/** What keeps the app from its data at present; null: nothing that is known. */
export const outage = createValue<Outage | null>(null);

const FIRST_MS = 2000;
const LONGEST_MS = 15_000;

/** What a look at the server's own health says. */
const look = async (): Promise<Outage | null> => {
  try {
    const answer = await fetch('/api/health/ready', { cache: 'no-store', signal: AbortSignal.timeout(5000) });
    return answer.ok ? null : 'unavailable';
  } catch {
    return 'unreachable';
  }
};

const whenVisible = (): Promise<void> =>
  new Promise((resolve) => {
    if (!document.hidden) return resolve();
    const onChange = (): void => {
      if (document.hidden) return;
      document.removeEventListener('visibilitychange', onChange);
      resolve();
    };
    document.addEventListener('visibilitychange', onChange);
  });

let isWatching = false;

/** Looks again and again, ever more seldom, until the server is well. A hidden page waits. */
const watch = async (): Promise<void> => {
  if (isWatching) return;
  isWatching = true;
  for (let wait = FIRST_MS; outage.get() !== null; wait = Math.min(wait * 1.5, LONGEST_MS)) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    await whenVisible();
    if (outage.get() !== null) outage.set(await look());
  }
  isWatching = false;
};

/** A call has failed for a reason that passes by itself. */
export const reportFailure = (kind: Outage): void => {
  outage.set(kind);
  void watch();
};

/** A call was answered. */
export const reportAnswer = (): void => outage.set(null);
