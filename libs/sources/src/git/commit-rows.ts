import type { CommitInput } from '@codemetrics/contracts';
import type { z } from 'zod';
import { fitLine, fitMessage } from './fit-git-text.ts';

/** A commit as `commits.send` takes it. */
export type CommitRow = z.input<typeof CommitInput>;
export type CommitFileRow = NonNullable<CommitRow['files']>[number];

/** Where the commits of a history belong. */
export interface HistoryTarget {
  readonly workload: string;
  readonly repository: string;
  /** null where HEAD is detached. */
  readonly branch: string | null;
}

const MAX_PARENTS = 64;
const MAX_MESSAGE = 20_000;
const MAX_LINES = 2_000_000_000;
/** 1970 up to, and without, 2200: what the API takes as a time. */
const LATEST_SECONDS = Date.UTC(2200, 0, 1) / 1000 - 1;

/** Git keeps whatever a broken clock said; such a time is moved to the nearest one that the API takes. */
const timeOf = (seconds: string): string => {
  const given = Number(seconds);
  return new Date(
    1000 * Math.min(Math.max(Number.isFinite(given) ? given : 0, 0), LATEST_SECONDS),
  ).toISOString();
};

const isBot = (name: string, email: string): boolean => /\[bot\](@|$)/i.test(name) || /\[bot\]@/i.test(email);

const authorOf = (name: string, email: string): CommitRow['author'] => {
  const fittingEmail = fitLine(email, 320);
  const fittingName = fitLine(name, 200) ?? fitLine(email, 200);
  if (fittingName === null) return null;
  return { name: fittingName, email: fittingEmail, kind: isBot(fittingName, email) ? 'bot' : 'user' };
};

/** A commit's row from the header that `LOG_FORMAT` prints; null where it is none. */
export const commitRow = (header: string, target: HistoryTarget): CommitRow | null => {
  const [sha = '', parents = '', authored = '', committed = '', name = '', email = '', ...message] =
    header.split('\n');
  if (!/^[0-9a-f]{40,64}$/.test(sha)) return null;
  return {
    sha,
    workload: target.workload,
    repository: target.repository,
    branch: target.branch,
    author: authorOf(name, email),
    authoredAt: timeOf(authored),
    committedAt: timeOf(committed),
    message: fitMessage(message.join('\n'), MAX_MESSAGE),
    parents: parents.split(' ').filter(Boolean).slice(0, MAX_PARENTS),
  };
};

/** The lines of a numstat row; git writes `-` for a binary file. */
export const linesOf = (count: string): number | null =>
  count === '-' ? null : Math.min(Number(count), MAX_LINES);

/** A file's row; null where nothing is left of its name. `previousPath` is its name before, where it was renamed. */
export const fileRow = (
  path: string,
  added: string,
  deleted: string,
  previousPath?: string,
): CommitFileRow | null => {
  const fitting = fitLine(path, 4096);
  if (fitting === null) return null;
  const before = previousPath === undefined ? null : fitLine(previousPath, 4096);
  return {
    path: fitting,
    ...(before === null ? {} : { previousPath: before }),
    addedLines: linesOf(added),
    deletedLines: linesOf(deleted),
  };
};
