import type { DeploymentInput } from '@codemetrics/contracts';
import type { z } from 'zod';
import type { HistoryTarget } from './commit-rows.ts';
import { fitLine } from './fit-git-text.ts';

/** A deployment as `deployments.send` takes it. */
export type DeploymentRow = z.input<typeof DeploymentInput>;

const FIELDS = [
  'refname:strip=2',
  'objecttype',
  'objectname',
  '*objecttype',
  '*objectname',
  'creatordate:unix',
  '*committerdate:unix',
];

/** The arguments of `git` that print the tags for `parseTags`, oldest first. */
export const TAG_ARGUMENTS: readonly string[] = [
  'for-each-ref',
  'refs/tags',
  '--sort=creatordate',
  `--format=${FIELDS.map((field) => `%(${field})`).join('%00')}`,
];

/**
 * Reads what git prints for `TAG_ARGUMENTS`: each tag of a commit as a production deployment, at the date of an
 * annotated tag or else of its commit.
 */
export const parseTags = (output: string, target: HistoryTarget): DeploymentRow[] =>
  output.split('\n').flatMap((line) => {
    const [tag = '', type, sha = '', peeledType, peeledSha = '', created, committed] = line.split('\0');
    const commit = type === 'commit' ? sha : peeledType === 'commit' ? peeledSha : null;
    // Very old annotated tags name no tagger and so no date.
    const seconds = Number(created || committed);
    const at = new Date(seconds * 1000);
    const externalId = fitLine(`${target.repository}@${tag}`, 200);
    if (commit === null || externalId === null || !(seconds >= 0) || at.getUTCFullYear() >= 2200) return [];
    return [
      {
        // With the repository, since rows of one id are one deployment and `v1.0.0` stands in many repositories.
        externalId,
        source: 'git',
        workload: target.workload,
        repository: target.repository,
        environment: 'production',
        production: true,
        commit,
        status: 'success' as const,
        finishedAt: at.toISOString(),
      },
    ];
  });
