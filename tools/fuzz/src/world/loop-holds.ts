import type { ChildProcess } from 'node:child_process';

/** A time in which the server's event loop did not turn. */
export interface LoopHold {
  /** Milliseconds since 1970. */
  readonly endedAt: number;
  readonly heldMs: number;
  /** Without the time that other programs had the processor. */
  readonly ownMs: number;
  /** How long its thread was at work in it. */
  readonly workedMs: number;
}

/** What the server's process tells every quarter of a second. */
export interface LoopReport {
  readonly holds: readonly LoopHold[];
  /** As `monitorEventLoopDelay` measured it, since the report before. */
  readonly worstDelayMs: number;
  readonly rssBytes: number;
}

/** The event loop of a server, watched from outside. */
export interface LoopWatch {
  /** The holds that were told since the last time of asking; the newest may be missing still. */
  take(): readonly LoopHold[];
  /** Waits until the server has told all up to now. */
  settle(): Promise<void>;
  worst(): LoopFigures;
  /** What was told up to now, as while the server started, counts no longer. */
  forget(): void;
}

/** The worst of a whole run. */
export interface LoopFigures {
  /** As `monitorEventLoopDelay` measured it. */
  readonly delayMs: number;
  /** Without the time that other programs had the processor. */
  readonly ownMs: number;
  readonly rssBytes: number;
}

/** The report under way may have been made up before; the one after it was not. */
const ENOUGH_REPORTS = 2;

const isReport = (message: unknown): message is LoopReport =>
  typeof message === 'object' && message !== null && 'holds' in message;

/** Listens to the sampler in a server's process. */
export const watchLoop = (child: ChildProcess): LoopWatch => {
  let holds: LoopHold[] = [];
  const none: LoopFigures = { delayMs: 0, ownMs: 0, rssBytes: 0 };
  let worst = none;
  let hasEnded = false;
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const one of [...waiting]) one();
  };
  child.on('message', (message) => {
    if (!isReport(message)) return;
    holds.push(...message.holds);
    worst = {
      delayMs: Math.max(worst.delayMs, message.worstDelayMs, ...message.holds.map((hold) => hold.heldMs)),
      ownMs: Math.max(worst.ownMs, ...message.holds.map((hold) => hold.ownMs)),
      rssBytes: Math.max(worst.rssBytes, message.rssBytes),
    };
    wake();
  });
  child.once('exit', () => {
    hasEnded = true;
    wake();
  });
  const nextReport = (): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        waiting.delete(done);
        resolve();
      };
      if (hasEnded) resolve();
      else waiting.add(done);
    });
  return {
    take: () => {
      const taken = holds;
      holds = [];
      return taken;
    },
    settle: async () => {
      for (let reports = 0; reports < ENOUGH_REPORTS; reports++) await nextReport();
    },
    worst: () => worst,
    forget: () => {
      holds = [];
      worst = none;
    },
  };
};
