import { DomainError } from '@codemetrics/contracts';
import { openSecret } from '@codemetrics/auth';
import type { WorkloadsTable } from '@codemetrics/database';
import { findSource, listWorkloads, recordDelivery, rememberValues } from '@codemetrics/database';
import { githubSource } from '@codemetrics/sources';
import { storeChanges, storeCommits, storeDeployments, storePipelineRuns } from '../ingest/store-rows.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';
import { meansRepository } from '../workloads/match-repository.ts';

const lists = (workload: WorkloadsTable, repository: string): boolean =>
  workload.repository_groups.some((group) =>
    group.repositories.some(({ name }) => meansRepository(name, repository)),
  );

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw new DomainError('malformed-body', {
      detail: 'The body is not JSON. Set the webhook’s content type to application/json.',
    });
  }
};

export const receiveGithubWebhook: Verb<'sources', 'receiveGithub'> = async (deps, _actor, input) => {
  const source = await findSource(deps.db, 'github');
  // No secret set and a wrong signature answer alike: the outside learns nothing of the configuration.
  const secret = source?.sealed_secret ? openSecret(deps.ring, source.sealed_secret) : undefined;
  if (secret === undefined || !githubSource.verify(secret, input.body, input.signature))
    throw new DomainError('signature-invalid');
  const mapped = githubSource.map(input.event, parse(input.body));
  return inTransaction(deps, async (tx) => {
    const all = mapped === null ? [] : await listWorkloads(tx, {});
    const workloads = all
      .filter((workload) => lists(workload, mapped!.repository))
      .map((workload) => workload.workload_id);
    const outcome = mapped === null ? 'ignored' : workloads.length === 0 ? 'unmatched' : 'stored';
    const answer = { event: input.event, created: 0, updated: 0, unchanged: 0 };
    const isNew = await recordDelivery(tx, {
      source: 'github',
      delivery_id: input.deliveryId,
      event: input.event,
      received_at: deps.now(),
      outcome,
      body: input.body.replaceAll('\u0000', ''),
    });
    if (!isNew) return { ...answer, outcome: 'duplicate' as const };
    if (mapped === null || outcome !== 'stored') return { ...answer, outcome };
    const inEach = <Row>(rows: readonly Row[]) =>
      workloads.flatMap((workload) => rows.map((row) => ({ ...row, workload })));
    const counts = [
      await storePipelineRuns(deps, tx, inEach(mapped.runs)),
      await storeDeployments(deps, tx, inEach(mapped.deployments)),
      await storeChanges(deps, tx, inEach(mapped.changes)),
      await storeCommits(deps, tx, inEach(mapped.commits)),
    ];
    const { repository, defaultBranch } = mapped;
    await rememberValues(tx, {
      repositories: workloads.map((workload) => ({ workload, repository, defaultBranch })),
    });
    for (const count of counts) {
      answer.created += count.created;
      answer.updated += count.updated;
      answer.unchanged += count.unchanged;
    }
    return { ...answer, outcome };
  });
};
