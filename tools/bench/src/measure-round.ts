import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import type { ReportStream } from './generated-report.ts';
import { processorMs } from './processor-ms.ts';

export interface Round {
  /** By a second of one processor, so that what else the machine does changes little. */
  readonly mbPerSecond: number;
  /** What stood in memory at most beyond what stood before, in MB: heap and array buffers, garbage included. */
  readonly peakMb: number;
  /** The longest time in which nothing else had its turn. */
  readonly holdMs: number;
}

const RESOLUTION_MS = 1;
const SAMPLE_CHUNKS = 16;

/** Reads one stream and measures; the time in which the stream makes its text up is left out. */
export const measureRound = async (
  stream: ReportStream,
  read: (chunks: AsyncIterable<Uint8Array>) => Promise<unknown>,
): Promise<Round> => {
  globalThis.gc?.();
  const before = inMemory();
  let peak = before;
  const watched = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
    let chunks = 0;
    for await (const chunk of stream.chunks()) {
      if (chunks++ % SAMPLE_CHUNKS === 0) peak = Math.max(peak, inMemory());
      yield chunk;
    }
  };
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  // Its first timer has to have run for the first hold to show.
  await setTimeout(5);
  delay.reset();
  const begun = processorMs();
  await read(watched());
  const seconds = (processorMs() - begun - stream.makingMs) / 1000;
  await setTimeout(5);
  delay.disable();
  return {
    mbPerSecond: stream.bytes / 1e6 / seconds,
    peakMb: (peak - before) / 1e6,
    holdMs: Math.max(0, delay.max / 1e6 - RESOLUTION_MS),
  };
};

const inMemory = (): number => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
