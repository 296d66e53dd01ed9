import { firstHttpUrl, fit } from '../../fit-text.ts';
import { readPayload } from '../read-payload.ts';
import { rowsOf } from './rows.ts';
import type { GithubRows } from './rows.ts';
import { CheckRunEvent } from './schema.ts';
import { stateOf } from './states.ts';

/** A check of another CI system as a run; GitHub’s own are told by `workflow_run` and `workflow_job`. */
export const mapCheckRun = (payload: unknown): GithubRows | null => {
  const { repository, check_run: check } = readPayload(CheckRunEvent, payload);
  if (check.app?.slug === 'github-actions') return null;
  const { status, conclusion } = stateOf(check.status, check.conclusion);
  const app = fit(check.app?.name, 100) ?? fit(check.app?.slug, 100);
  const startedAt = check.started_at ?? null;
  const finishedAt = status === 'completed' ? (check.completed_at ?? null) : null;
  if (!startedAt && !finishedAt) return null;
  return rowsOf(repository, {
    runs: [
      {
        externalId: `check-${check.id}`,
        source: 'github',
        repository: repository.full_name,
        // Apps may have checks of the same name, and what stands before the `/` groups jobs.
        job: fit([app, check.name ?? 'check'].filter(Boolean).join('/'), 255) ?? 'check',
        branch: fit(check.check_suite?.head_branch, 255),
        commit: check.head_sha,
        event: 'check_run',
        status,
        conclusion,
        attempt: 1,
        startedAt,
        finishedAt,
        url: firstHttpUrl(check.details_url, check.html_url),
      },
    ],
  });
};
