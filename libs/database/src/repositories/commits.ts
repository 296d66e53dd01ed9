import { sql } from 'kysely';
import type { CommitInput, WriteCounts } from '@codemetrics/contracts';
import type { Executor } from '../connect/connect.ts';
import type { BulkTable } from './bulk-upsert.ts';
import { bulkUpsert, keyOf } from './bulk-upsert.ts';

/** A commit never leaves the default branch: merging that into another, and pushing it, names it again there. */
const IS_ON_DEFAULT_BRANCH = sql<boolean>`t.branch = coalesce(
  (select r.default_branch from repositories r where r.workload_id = t.workload_id and r.repository = t.repository),
  case when t.branch in ('main', 'master') then t.branch end)`;

const COMMITS: BulkTable<CommitInput> = {
  table: 'commits',
  key: ['workload_id', 'repository', 'sha'],
  columns: [
    { name: 'workload_id', type: 'text', of: (row) => row.workload },
    { name: 'repository', type: 'text', of: (row) => row.repository },
    { name: 'sha', type: 'text', of: (row) => row.sha },
    { name: 'branch', type: 'text', of: (row) => row.branch, keepsOld: true, stays: IS_ON_DEFAULT_BRANCH },
    { name: 'author_name', type: 'text', of: (row) => row.author?.name, keepsOld: true },
    { name: 'author_email', type: 'text', of: (row) => row.author?.email, keepsOld: true },
    { name: 'author_kind', type: 'text', of: (row) => row.author?.kind, keepsOld: true },
    { name: 'authored_at', type: 'timestamptz', of: (row) => row.authoredAt, keepsOld: true },
    { name: 'committed_at', type: 'timestamptz', of: (row) => row.committedAt },
    { name: 'message', type: 'text', of: (row) => row.message, keepsOld: true },
    { name: 'parents', type: 'text[]', of: (row) => row.parents, keepsOld: true },
  ],
};

interface FileRow {
  readonly commit: CommitInput;
  readonly path: string;
  readonly previousPath?: string | null | undefined;
  readonly addedLines?: number | null | undefined;
  readonly deletedLines?: number | null | undefined;
}

const FILES: BulkTable<FileRow> = {
  table: 'commit_files',
  key: ['workload_id', 'repository', 'sha', 'path'],
  columns: [
    { name: 'workload_id', type: 'text', of: (row) => row.commit.workload },
    { name: 'repository', type: 'text', of: (row) => row.commit.repository },
    { name: 'sha', type: 'text', of: (row) => row.commit.sha },
    { name: 'path', type: 'text', of: (row) => row.path },
    { name: 'previous_path', type: 'text', of: (row) => row.previousPath, keepsOld: true },
    { name: 'added_lines', type: 'int4', of: (row) => row.addedLines, keepsOld: true },
    { name: 'deleted_lines', type: 'int4', of: (row) => row.deletedLines, keepsOld: true },
  ],
};

/** Each file of each commit once, however often a batch names it: of what it tells twice, the last stands. */
const filesOf = (rows: readonly CommitInput[]): FileRow[] => {
  const commits = new Map<string, Map<string, FileRow>>();
  for (const commit of rows) {
    if (!commit.files?.length) continue;
    const key = keyOf([commit.workload, commit.repository, commit.sha]);
    const files = commits.get(key) ?? new Map<string, FileRow>();
    commits.set(key, files);
    for (const { path, previousPath, addedLines, deletedLines } of commit.files) {
      const before = files.get(path);
      files.set(path, {
        commit,
        path,
        previousPath: previousPath ?? before?.previousPath,
        addedLines: addedLines ?? before?.addedLines,
        deletedLines: deletedLines ?? before?.deletedLines,
      });
    }
  }
  return [...commits.values()].flatMap((files) => [...files.values()]);
};

/** Putting more files into one statement takes so long that other requests would wait for it. */
const MOST_FILES = 10_000;

/** The commits in the order of their keys, so that two batches wait for each other and don't lock each other out. */
const inOrder = (rows: readonly CommitInput[]): CommitInput[] => {
  const keys = new Map(rows.map((row) => [row, keyOf([row.workload, row.repository, row.sha])]));
  return rows.toSorted((a, b) => (keys.get(a)! < keys.get(b)! ? -1 : keys.get(a)! > keys.get(b)! ? 1 : 0));
};

/** Commits whose files go into one statement. */
const portionsOf = (rows: readonly CommitInput[]): CommitInput[][] => {
  const portions: CommitInput[][] = [];
  let files = Infinity;
  for (const row of inOrder(rows)) {
    const own = row.files?.length ?? 0;
    if (own === 0) continue;
    if (files + own > MOST_FILES) {
      portions.push([]);
      files = 0;
    }
    portions.at(-1)!.push(row);
    files += own;
  }
  return portions;
};

const commitOf = (fileKey: string): string => keyOf((JSON.parse(fileKey) as string[]).slice(0, -1));

/**
 * Writes commits with their files; a webhook that tells less never erases what an import told. Counts are of commits: one
 * of which only files are news counts as updated.
 */
export const upsertCommits = async (db: Executor, rows: readonly CommitInput[]): Promise<WriteCounts> => {
  const written = new Set<string>();
  const counts = await bulkUpsert(db, COMMITS, rows, written);
  const withNewFiles = new Set<string>();
  for (const portion of portionsOf(rows)) {
    const files = counts.unchanged === 0 ? undefined : new Set<string>();
    await bulkUpsert(db, FILES, filesOf(portion), files);
    for (const key of files ?? []) withNewFiles.add(commitOf(key));
  }
  const more = [...withNewFiles].filter((key) => !written.has(key)).length;
  return { ...counts, updated: counts.updated + more, unchanged: counts.unchanged - more };
};
