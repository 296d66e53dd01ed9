import { createHash } from 'node:crypto';
import type { RunConclusion } from '@codemetrics/contracts';
import { firstHttpUrl, fit } from '../../fit-text.ts';
import { branchOf, lookUp, shaOrNull } from '../fields.ts';
import { readPayload } from '../read-payload.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { repositoryOf } from './repository.ts';
import { CommitStatusEvent } from './schema.ts';

const CONCLUSIONS: Readonly<Record<string, RunConclusion | null>> = {
  inprogress: null,
  successful: 'success',
  failed: 'failure',
  stopped: 'cancelled',
};

/**
 * A build status of a commit as a run; its key tells the build apart. Run again on the same commit, the build has the
 * same status, so that the run ends anew. A state that is new carries nothing.
 */
export const mapCommitStatus = (_event: string, payload: unknown): WebhookRows[] => {
  const { repository, commit_status: status } = readPayload(CommitStatusEvent, payload);
  const conclusion = lookUp(CONCLUSIONS, status.state);
  if (conclusion === undefined) return [];
  const commit = shaOrNull(
    status.commit?.hash ?? /\/commit\/([0-9a-f]+)$/i.exec(status.links?.commit?.href ?? '')?.[1],
  );
  const name = repository.full_name;
  const id = createHash('sha256').update(`${name}\n${status.key}\n${commit}`).digest('hex').slice(0, 32);
  return [
    {
      ...repositoryOf(repository),
      runs: [
        {
          externalId: `status-${id}`,
          source: 'bitbucket',
          repository: name,
          // The number of a build, as in `Pipeline #12 for main`, would make each a job of its own.
          job: fit(status.name?.replace(/\s*#\d+/g, ''), 255) ?? fit(status.key, 255) ?? 'build',
          branch: branchOf(status.refname),
          commit,
          status: conclusion === null ? 'running' : 'completed',
          conclusion,
          attempt: 1,
          startedAt: status.created_on,
          finishedAt: conclusion === null ? null : status.updated_on,
          url: firstHttpUrl(status.url),
        },
      ],
    },
  ];
};
