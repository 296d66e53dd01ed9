// Loaded into the server's process by `--import`: tells the process that started it how long the event loop was held.
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { LoopReport } from './loop-holds.ts';

const TICK_MS = 10;
const REPORT_MS = 250;
const NOTABLE_MS = 40;
const NS_PER_MS = 1_000_000;
const US_PER_MS = 1000;

/** Milliseconds that the main thread has waited for a processor, which other programs had: no fault of the server's. */
const waited = (): number => {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'latin1').split(' ')[1]) / NS_PER_MS;
  } catch {
    return 0;
  }
};

/** Milliseconds that the main thread has worked: less than it was held where it waited for the collector's other threads. */
const worked = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / US_PER_MS;
};

const delays = monitorEventLoopDelay({ resolution: TICK_MS });
delays.enable();

let holds: LoopReport['holds'][number][] = [];
let last = performance.now();
let lastWaited = waited();
let lastWorked = worked();

const tick = setInterval(() => {
  const now = performance.now();
  const waitedNow = waited();
  const workedNow = worked();
  const heldMs = now - last - TICK_MS;
  if (heldMs > NOTABLE_MS) {
    const ownMs = Math.max(0, heldMs - (waitedNow - lastWaited));
    holds.push({ endedAt: performance.timeOrigin + now, heldMs, ownMs, workedMs: workedNow - lastWorked });
  }
  last = now;
  lastWaited = waitedNow;
  lastWorked = workedNow;
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
