export type { CommitFileRow, CommitRow, HistoryTarget } from './commit-rows.ts';
export { fitLine } from './fit-git-text.ts';
export type { LogRange } from './parse-log.ts';
export { logArguments, parseLog } from './parse-log.ts';
export type { DeploymentRow } from './parse-tags.ts';
export { parseTags, TAG_ARGUMENTS } from './parse-tags.ts';
