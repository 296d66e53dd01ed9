import type { Outcome } from './fuzz.ts';
import type { Tally } from './tally.ts';

const MIB = 1024 * 1024;

const listed = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

/** Operations whose calls were all refused: what lies behind their checks was not reached. */
const neverAccepted = (accepted: ReadonlyMap<string, number>): string =>
  [...accepted]
    .filter(([, count]) => count === 0)
    .map(([operation]) => operation)
    .sort()
    .join(', ') || 'none';

/** What a run did, in figures. */
export const figures = (tally: Tally, { seconds, loop, unexplainedHolds }: Outcome): string =>
  [
    `calls          ${tally.calls()} (${listed(tally.kinds)}), and ${tally.repeated()} refused ones again`,
    `statuses       ${listed(tally.statuses)}`,
    `never accepted ${neverAccepted(tally.accepted)}`,
    `speed          ${Math.round((tally.calls() + tally.repeated()) / seconds)} calls/s for ${Math.round(seconds)} s`,
    `event loop     held at most ${Math.round(loop.ownMs)} ms (${Math.round(loop.delayMs)} ms with the time that other programs had)`,
    `               ${unexplainedHolds.length} holds over 100 ms that no call brought about again`,
    ...unexplainedHolds.map((hold) => `               ${hold}`),
    `memory         at most ${Math.round(loop.rssBytes / MIB)} MiB`,
  ].join('\n');
