import { closeSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';

import { errorCode } from './errors.ts';

const LIMIT = 10 * 1024 * 1024;

/** PostgreSQL's own log, opened for one run of it. */
export interface LogFile {
  descriptor: number;
  /** Where this run's lines begin. */
  offset: number;
}

/** Opens the log for appending; PostgreSQL writes to the file itself, so it never waits for the server. */
export function openLogFile(path: string): LogFile {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LIMIT) renameSync(path, `${path}.1`);
  const descriptor = openSync(path, 'a', 0o600);
  return { descriptor, offset: fstatSync(descriptor).size };
}

/** What was written since `offset`, at most the last 16 kB. */
export function readLogSince(path: string, offset: number): string {
  try {
    const descriptor = openSync(path, 'r');
    try {
      const { size } = fstatSync(descriptor);
      const start = Math.max(offset, size - 16_384);
      const buffer = Buffer.alloc(Math.max(0, size - start));
      return buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, buffer.length, start));
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return errorCode(error) ?? '';
  }
}
