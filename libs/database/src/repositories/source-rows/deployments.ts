import type { SourceRow } from '@codemetrics/contracts';
import { rowsByExternalId } from './rows-by-key.ts';
import type { SourceRowFinder } from './source-row.ts';
import { detail, secondsDetail, sourceRow } from './source-row.ts';

/** Deployments by `source/externalId`; one of several repositories or commits is one row. */
export const findDeploymentRows: SourceRowFinder = async (db, wanted) => {
  const found = Map.groupBy(
    await rowsByExternalId(db, 'deployments', wanted),
    (row) => `${row.workload_id}\n${row.id}`,
  );
  return [...found.values()].map((parts): SourceRow => {
    const sorted = parts.toSorted(
      (a, b) => (b.finished_at?.getTime() ?? 0) - (a.finished_at?.getTime() ?? 0),
    );
    const last = sorted[0]!;
    const repositories = [...new Set(sorted.map((part) => part.repository))].sort();
    const commits = [...new Set(sorted.map((part) => part.commit_sha).filter((sha) => sha !== ''))];
    return sourceRow(
      'deployment',
      { ...last, repository: repositories.length === 1 ? repositories[0]! : null },
      {
        title: `${last.environment}: ${last.external_id}`,
        at: last.finished_at ?? last.started_at,
        details: [
          detail('Status', last.status),
          secondsDetail('Took', last.started_at, last.finished_at),
          repositories.length > 1 ? detail('Repositories', repositories.join(', ')) : [],
          detail(commits.length > 1 ? 'Commits' : 'Commit', commits.slice(0, 5).join(', ')),
          detail('Rolls back', last.rolls_back),
          detail('Fixes incident', last.fixes_incident),
          last.unplanned === true ? detail('Unplanned', 'yes') : [],
        ],
      },
    );
  });
};
