import type { BackupProgress } from '@codemetrics/database';
import type { Output } from '../progress.ts';
import { createProgress } from '../progress.ts';

const QUIET_MS = 1000;

/** `12345678` as `12.3 MB`. */
export const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const PHASES = {
  writing: 'Backing up',
  checking: 'Checking the backup',
  loading: 'Loading',
  finishing: 'Making indexes',
} as const;

const describe = ({ phase, table, bytes, totalBytes }: BackupProgress): string => {
  const done =
    totalBytes === undefined
      ? inMegabytes(bytes)
      : `${Math.floor((100 * bytes) / Math.max(totalBytes, 1))} % of ${inMegabytes(totalBytes)}`;
  return [PHASES[phase], table, phase === 'finishing' ? undefined : done]
    .filter((part) => part !== undefined)
    .join(', ');
};

/** Shows how far a work is once it takes more than a moment. */
export interface SlowProgress {
  show(progress: BackupProgress): void;
  /** Takes the line away from a terminal. */
  clear(): void;
}

export const createSlowProgress = (output: Output, now: () => number = Date.now): SlowProgress => {
  const begun = now();
  const progress = createProgress(output, now);
  let isShown = false;
  return {
    show: (state) => {
      if (now() - begun < QUIET_MS) return;
      isShown = true;
      progress.show(describe(state));
    },
    clear: () => {
      if (isShown && output.isTTY === true) output.write('\r\u001b[K');
      isShown = false;
    },
  };
};
