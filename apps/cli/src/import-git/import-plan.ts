import type { CodeMetricsClient } from '@codemetrics/client';
import type { Output } from '../progress.ts';
import type { SendOptions } from './send-history.ts';

/** What is to be imported, and where to. */
export interface ImportPlan {
  readonly path: string;
  /** Left out: the one workload that lists the repository. */
  readonly workload?: string | undefined;
  /** Left out: `OWNER/NAME` of the origin. */
  readonly repository?: string | undefined;
  /** Left out: what HEAD is on. */
  readonly branch?: string | undefined;
  /** Everything, whatever was sent before. */
  readonly all?: boolean | undefined;
  /** Reads and counts only, without a word to the server. */
  readonly dryRun?: boolean | undefined;
  readonly url: string;
  readonly stateDirectory: string;
  /** Smaller batches than the server takes; for tests. */
  readonly limits?: SendOptions['limits'];
}

/** What an import works with. */
export interface ImportTools {
  readonly client: CodeMetricsClient;
  readonly output: Output;
  readonly warn: (text: string) => void;
  /** Stops reading; what is under way is still waited for. */
  readonly stop: AbortSignal;
  /** Ends the calls that are under way too. */
  readonly abort?: AbortSignal | undefined;
}
