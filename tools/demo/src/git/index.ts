export type { CommitFileRow, CommitRow, HistoryTarget } from './commit-rows.ts';
export type { LocalRepository } from './open-repository.ts';
export { openRepository } from './open-repository.ts';
export { LOG_ARGUMENTS, parseLog } from './parse-log.ts';
export type { DeploymentRow } from './parse-tags.ts';
export { parseTags, TAG_ARGUMENTS } from './parse-tags.ts';
export { readCommits, readTags } from './read-history.ts';
export { askGit, GitError, streamGit } from './run-git.ts';
