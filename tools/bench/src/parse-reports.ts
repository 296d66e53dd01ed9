import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parseCoverage, parseTests } from '@codemetrics/sources';
import { ReportStream } from './generated-report.ts';
import { GENERATED_REPORTS } from './generated-reports.ts';
import type { Round } from './measure-round.ts';
import { measureRound } from './measure-round.ts';

export interface ParseReportsOptions {
  readonly bytes: number;
  readonly rounds: number;
  /** Names of reports; none: all. */
  readonly only: readonly string[];
}

const MAX_BYTES = Number.MAX_SAFE_INTEGER;

/** Prints how fast each kind of report is read, what it takes of memory, and how long it holds the event loop. */
export const parseReports = async ({ bytes, rounds, only }: ParseReportsOptions): Promise<void> => {
  setFlagsFromString('--expose-gc');
  globalThis.gc = runInNewContext('gc') as typeof globalThis.gc;
  console.log(`median of ${rounds} rounds of ${(bytes / 1e6).toFixed(0)} MB; memory and hold are the worst`);
  console.log(
    `${'report'.padEnd(20)}${'MB/s'.padStart(8)}${'peak MB'.padStart(10)}${'hold ms'.padStart(10)}`,
  );
  for (const [name, report] of Object.entries(GENERATED_REPORTS)) {
    if (only.length > 0 && !only.includes(name)) continue;
    const parse = name === 'junit' ? parseTests : parseCoverage;
    const measured: Round[] = [];
    for (let round = 0; round < rounds; round++) {
      const stream = new ReportStream(report, bytes);
      measured.push(await measureRound(stream, (chunks) => parse(chunks, { maxBytes: MAX_BYTES })));
    }
    const speeds = measured.map((round) => round.mbPerSecond).sort((one, other) => one - other);
    const median = speeds[Math.floor(speeds.length / 2)] ?? 0;
    const peak = Math.max(...measured.map((round) => round.peakMb));
    const hold = Math.max(...measured.map((round) => round.holdMs));
    const columns = [
      median.toFixed(1).padStart(8),
      peak.toFixed(0).padStart(10),
      hold.toFixed(0).padStart(10),
    ];
    console.log(name.padEnd(20) + columns.join(''));
  }
};
