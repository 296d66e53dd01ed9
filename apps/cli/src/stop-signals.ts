/** The first signal stops softly; a later one, which is not the same Ctrl-C passed on by npm, at once. */
const SAME_SIGNAL_MS = 1000;

/** How a process is asked to stop. */
export interface StopSignals {
  readonly stop: AbortSignal;
  readonly abort: AbortSignal;
}

/** Listens for the signals that ask a process to stop. */
export const stopSignals = (onStop: () => void): StopSignals => {
  const [stop, abort] = [new AbortController(), new AbortController()];
  let stoppedAt: number | undefined;
  const listen = (): void => {
    if (stoppedAt === undefined) {
      stoppedAt = Date.now();
      onStop();
      stop.abort();
    } else if (Date.now() - stoppedAt > SAME_SIGNAL_MS) abort.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, listen);
  return { stop: stop.signal, abort: abort.signal };
};
