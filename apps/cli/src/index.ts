export type { LocalRepository } from './git/open-repository.ts';
export { openRepository } from './git/open-repository.ts';
export { readCommits, readTags } from './git/read-history.ts';
export { GitError } from './git/run-git.ts';
export type { Acknowledged, SendOptions } from './import-git/send-history.ts';
export { sendHistory } from './import-git/send-history.ts';
export type { Output, Progress } from './progress.ts';
export { createProgress, withCommas } from './progress.ts';
