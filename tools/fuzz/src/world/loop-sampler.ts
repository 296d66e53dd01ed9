// Loaded into the server's process by `--import`: tells the process that started it how long the event loop was held.
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { LoopReport } from './loop-holds.ts';

const TICK_MS = 10;
const REPORT_MS = 250;
const NOTABLE_MS = 40;
const NS_PER_MS = 1_000_000;

/** Milliseconds that the main thread has waited for a processor, which other programs had: no fault of the server's. */
const waited = (): number => {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'latin1').split(' ')[1]) / NS_PER_MS;
  } catch {
    return 0;
  }
};

const delays = monitorEventLoopDelay({ resolution: TICK_MS });
delays.enable();

let holds: LoopReport['holds'][number][] = [];
let last = performance.now();
let lastWaited = waited();

const tick = setInterval(() => {
  const now = performance.now();
  const waitedNow = waited();
  const heldMs = now - last - TICK_MS;
  if (heldMs > NOTABLE_MS) {
    const ownMs = Math.max(0, heldMs - (waitedNow - lastWaited));
    holds.push({ endedAt: performance.timeOrigin + now, heldMs, ownMs });
  }
  last = now;
  lastWaited = waitedNow;
}, TICK_MS);

const report = setInterval(() => {
  const told: LoopReport = {
    holds,
    worstDelayMs: delays.max / NS_PER_MS,
    rssBytes: process.memoryUsage.rss(),
  };
  holds = [];
  delays.reset();
  process.send?.(told);
}, REPORT_MS);

// Neither the timers nor the channel may keep a server alive that has been told to stop.
tick.unref();
report.unref();
process.channel?.unref();
