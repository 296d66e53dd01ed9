import type { CommitFileRow, CommitRow, HistoryTarget } from './commit-rows.ts';
import { commitRow, fileRow } from './commit-rows.ts';
import { nulTokens } from './tokens.ts';

/** Begins every commit, so that no file's row can be taken for one. */
const MARK = '\u0002';

/** What `parseLog` reads: seconds, since git prints dates with offsets that no calendar has. */
export const LOG_FORMAT = '%x02%H%n%P%n%at%n%ct%n%an%n%ae%n%B';

/** Which part of a history is read: all of `head`, or what came to it since `after`. */
export interface LogRange {
  readonly head: string;
  readonly after?: string | undefined;
}

/**
 * The arguments of `git` that print a history for `parseLog`: oldest first and parents always before their children, so
 * that whatever is printed after a commit is found again in the range since that commit.
 */
export const logArguments = ({ head, after }: LogRange): readonly string[] => [
  // Settings of the person or the repository must not change what is printed.
  ...['-c', 'log.showRoot=true', '-c', 'core.quotePath=false', '-c', 'diff.algorithm=default'],
  ...['log', head, ...(after === undefined ? [] : [`^${after}`]), '--topo-order', '--reverse'],
  ...['--numstat', '-M', '-l1000', '-z', `--format=${LOG_FORMAT}`, '--encoding=UTF-8', '--no-color'],
  ...['--no-show-signature', '--no-ext-diff', '--no-textconv', '--no-relative', '--no-notes', '--'],
];

/** Larger than any message that is kept (20,000 UTF-16 units) with its header, or any path. */
const MAX_TOKEN_BYTES = 128 * 1024;
/** A commit of more files goes out as several rows, which the API adds up. */
const MAX_FILES = 1000;
const MAX_PATH_CHARACTERS = 200_000;

const STAT = /^\n?(\d+|-)\t(\d+|-)\t([^]*)$/;

/**
 * Reads what git prints for `logArguments` as rows for `commits.send`, holding one commit at a time. A commit that
 * touches very many files comes as several rows of one sha.
 */
export async function* parseLog(
  bytes: AsyncIterable<Uint8Array>,
  target: HistoryTarget,
): AsyncGenerator<CommitRow, void, undefined> {
  let commit: CommitRow | null = null;
  let files: CommitFileRow[] = [];
  let characters = 0;
  // A renamed file's counts, with the names that came after them: the old one, then the new one.
  let renamed: { readonly added: string; readonly deleted: string; from?: string } | null = null;
  const take = (): CommitRow => {
    const row = { ...commit!, files };
    files = [];
    characters = 0;
    return row;
  };
  const add = (path: string, added: string, deleted: string, from?: string): boolean => {
    const file = fileRow(path, added, deleted, from);
    if (file === null) return false;
    files.push(file);
    characters += file.path.length + (from?.length ?? 0);
    return files.length >= MAX_FILES || characters >= MAX_PATH_CHARACTERS;
  };
  for await (const tokens of nulTokens(bytes, MAX_TOKEN_BYTES))
    for (const token of tokens) {
      if (renamed !== null) {
        if (renamed.from === undefined) {
          renamed = { added: renamed.added, deleted: renamed.deleted, from: token };
          continue;
        }
        const isFull = add(token, renamed.added, renamed.deleted, renamed.from);
        renamed = null;
        if (isFull) yield take();
        continue;
      }
      if (token.startsWith(MARK)) {
        if (commit !== null) yield take();
        commit = commitRow(token.slice(1), target);
        if (commit === null) throw new Error('git printed a commit that can’t be read.');
        continue;
      }
      const [, added, deleted, path] = STAT.exec(token) ?? [];
      if (added === undefined || deleted === undefined || path === undefined) continue;
      if (commit === null) throw new Error('git printed a file before any commit.');
      if (path === '') renamed = { added, deleted };
      else if (add(path, added, deleted)) yield take();
    }
  if (commit !== null) yield take();
}
