import { defineChangePart } from './merged-changes.ts';

export const prCodingTime = defineChangePart({
  id: 'pr-coding-time',
  title: 'Pull request coding time',
  description: 'How long a change is worked on before its pull request is opened.',
  definition:
    'First commit → opened; median (interpolated) with p75, p90 and p95 over the merged pull requests, in the bucket of the merge. The first commit is the one that the pull request names, else the earliest of its commits that are known, by author time. Without one, or opened before it, it is left out and counted in `excluded`. Pull requests of bots are left out; `actors` brings them in.',
  from: 't.first_commit_at',
  to: 't.opened_at',
  missing: [['no-first-commit', 't.first_commit_at']],
  data: ['changes', 'commits'],
});
