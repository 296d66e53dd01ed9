import { firstHttpUrl } from '../../fit-text.ts';
import { shaOrNull } from '../fields.ts';
import { readPayload } from '../read-payload.ts';
import { rowsOf } from './rows.ts';
import type { GithubRows } from './rows.ts';
import { ReleaseEvent } from './schema.ts';

/** `released` comes with `published`, and where a release stops being a pre-release. */
const PUBLISHED = new Set(['published', 'released']);

/**
 * A published release as a deployment to the environment `release`. It never counts as production: whether and when
 * users got it, a release doesn't tell. Its `created_at` is the time of its commit, so it has no start.
 */
export const mapRelease = (payload: unknown): GithubRows | null => {
  const { action, repository, release } = readPayload(ReleaseEvent, payload);
  if (!PUBLISHED.has(action ?? '') || release.draft || release.prerelease || !release.published_at)
    return null;
  return rowsOf(repository, {
    deployments: [
      {
        externalId: `release-${release.id}`,
        source: 'github',
        repository: repository.full_name,
        environment: 'release',
        production: false,
        commit: shaOrNull(release.target_commitish),
        status: 'success',
        finishedAt: release.published_at,
        url: firstHttpUrl(release.html_url),
      },
    ],
  });
};
