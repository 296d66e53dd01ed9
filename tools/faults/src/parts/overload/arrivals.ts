import type { Kept } from '../../plan/keeper.ts';

const TICK_MS = 10;
/** What one client holds open at most: as many as a crowd of browsers. */
const MOST_OPEN = 4000;

/** Starts requests at a rate, whether those before have been answered or not. */
export const startArrivals = (perSecond: number, send: () => Promise<unknown>): Kept => {
  const open = new Set<Promise<unknown>>();
  const begun = performance.now();
  let sent = 0;
  const timer = setInterval(() => {
    const due = ((performance.now() - begun) / 1000) * perSecond;
    for (; sent < due && open.size < MOST_OPEN; sent++) {
      const one = send().finally(() => open.delete(one));
      open.add(one);
    }
  }, TICK_MS);
  return {
    end: async () => {
      clearInterval(timer);
      await Promise.all(open);
    },
    endAtOnce: () => clearInterval(timer),
  };
};
