import type { Progress } from '@codemetrics/cli';
import { withCommas } from '@codemetrics/cli';
import type { CodeMetricsClient } from '@codemetrics/client';
import type { WorkloadData } from '../generate/rows.ts';
import { countRows, sendWorkload } from './send-workload.ts';

/** Several at once, since a server answers one while it waits for its disk for another. */
const AT_ONCE = 3;

/** Sends the data of the made-up workloads, which must be there. */
export const sendDemo = async (
  client: CodeMetricsClient,
  workloads: readonly WorkloadData[],
  progress: Progress,
  signal: AbortSignal,
): Promise<void> => {
  const total = workloads.reduce((sum, data) => sum + countRows(data), 0);
  let sent = 0;
  const onSent = (rows: number): void => {
    sent += rows;
    const percent = Math.floor((sent / total) * 100);
    progress.show(`Sending data … ${percent} % of ${withCommas(total)} rows`);
  };
  const queue = [...workloads];
  const failed = new AbortController();
  const worker = async (): Promise<void> => {
    try {
      for (let data = queue.shift(); data !== undefined; data = queue.shift())
        await sendWorkload(client, data, onSent, AbortSignal.any([signal, failed.signal]));
    } catch (error) {
      // The first failure ends the others too, so that none is still sending when it is reported.
      failed.abort(error);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  failed.signal.throwIfAborted();
  const runs = workloads.reduce((sum, data) => sum + data.runs.length, 0);
  progress.done(
    `Sent ${withCommas(total)} rows of ${workloads.length} workloads, ${withCommas(runs)} of them pipeline runs.`,
  );
};
