import type { PipelineRunInput, RunConclusion } from '@codemetrics/contracts';
import { firstHttpUrl, fit } from '../../fit-text.ts';
import { lookUp, shaOrNull } from '../fields.ts';
import { fitId } from '../fit-id.ts';
import { serviceNames } from '../service-names.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { decoded } from './job-path.ts';
import { repositoryOfScm } from './repository-of-scm.ts';

/** Jenkins’s results in ours. UNSTABLE is a failure: tests failed, though the build went to its end. */
const RESULTS: Readonly<Record<string, RunConclusion>> = {
  success: 'success',
  failure: 'failure',
  unstable: 'failure',
  aborted: 'cancelled',
  not_built: 'skipped',
};

/** What is known of a build, from whichever document. */
export interface Build {
  /** Folders and name of its job. */
  readonly path: readonly string[];
  readonly number: number;
  readonly status: PipelineRunInput['status'];
  readonly result?: string | null | undefined;
  readonly queuedAt?: Date | null;
  readonly startedAt?: Date | null;
  readonly finishedAt?: Date | null;
  readonly scm?: {
    readonly url?: string | null;
    readonly branch?: string | null;
    readonly commit?: string | null;
  } | null;
  readonly url?: string | null | undefined;
}

/** The rows of one build. They are of the repository that it checked out, else of its job and the folders above it. */
export const rowsOfBuild = (build: Build): WebhookRows => {
  const { path, status } = build;
  const branch = branchOfScm(build.scm?.branch);
  const repository = repositoryOfScm(build.scm?.url);
  const folder = path.slice(0, -1).join('/') || path.join('/');
  const run = {
    externalId: fitId(`${path.join('/')}#${build.number}`),
    source: 'jenkins',
    repository: repository ?? fit(folder, 255) ?? 'unknown',
    job: fit(jobName(path, branch), 255) ?? 'job',
    branch,
    commit: shaOrNull(build.scm?.commit),
    status,
    conclusion: status === 'completed' ? (lookUp(RESULTS, build.result) ?? 'neutral') : null,
    attempt: 1,
    queuedAt: build.queuedAt ?? null,
    startedAt: build.startedAt ?? null,
    finishedAt: status === 'completed' ? (build.finishedAt ?? null) : null,
    url: firstHttpUrl(build.url),
  };
  if (repository !== null) return { repository, runs: [run] };
  const names = path.map((_, index) => path.slice(0, path.length - index).join('/'));
  return { services: serviceNames(...names), runs: [run] };
};

/** A multibranch pipeline has a job for each branch; they count as one job, which is the pipeline. */
const jobName = (path: readonly string[], branch: string | null): string => {
  const last = path.at(-1);
  const isBranch = path.length > 1 && last !== undefined && (last === branch || decoded(last) === branch);
  return (isBranch ? path.slice(0, -1) : path).join('/');
};

/** The git plugin names the branch of the remote, such as `origin/main`, or none (`detached`). */
const branchOfScm = (name: string | null | undefined): string | null => {
  const branch = fit(
    name?.trim().replace(/^(refs\/heads\/|refs\/remotes\/[^/]+\/|remotes\/[^/]+\/|origin\/)/, ''),
    255,
  );
  return branch === 'detached' || branch === 'HEAD' ? null : branch;
};
