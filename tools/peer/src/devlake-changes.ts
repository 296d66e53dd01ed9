import type { CodeMetricsClient } from '@codemetrics/client';
import { byGroup, pooled, rangeOf } from './ask.ts';
import type { Comparison } from './comparison.ts';
import { feedChanges, repositoryOf } from './feed-changes.ts';
import type { ChangesScenario, PeerChange } from './scenario.ts';
import { isDelivery } from './scenario.ts';

const PARTS = [
  ['coding', 'coding_minutes'],
  ['pickup', 'pickup_minutes'],
  ['review', 'review_minutes'],
  ['deploy', 'deploy_minutes'],
  ['cycle', 'cycle_minutes'],
] as const;
const EARLY = 'the peer takes a comment from before the opening for the first review';
const DIFFERENT_ROWS = 'of the rows above, not all are the same';
const ROUNDED = 'the peer rounds every row before it takes the median';

/** DevLake counts minutes begun. */
const minutes = (seconds: number | null | undefined): number | null =>
  seconds === null || seconds === undefined ? null : Math.ceil(seconds / 60);
const between = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 1000;

const medianOf = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return sorted.length === 0 ? null : (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
};

/** Pickup and review worked out from the rows by this system's definition; the reason holds only if they agree with it. */
const byHand = (change: PeerChange): { pickup: number | null; review: number | null } => {
  const first = change.comments
    .filter(({ by, at }) => by !== change.author && at >= change.created_at)
    .map(({ at }) => at)
    .sort()[0];
  if (first === undefined) return { pickup: null, review: null };
  const review = between(first, change.merged_at!);
  return { pickup: between(change.created_at, first), review: review < 0 ? null : review };
};

/** Sends a scenario of changes and compares each pull request’s parts and deployment, then the medians. */
export const compareChanges = async (
  client: CodeMetricsClient,
  scenario: ChangesScenario,
  workload: string,
): Promise<Comparison[]> => {
  await feedChanges(client, scenario, workload);
  const merged = scenario.pull_requests.flatMap((change) => change.merged_at ?? []);
  const dateRange = rangeOf([...merged, ...scenario.deployments.map((one) => one.finished_at)]);
  const body = { workloads: [workload], dateRange };
  const measured = new Map(
    await Promise.all(
      PARTS.map(async ([part]) => [part, await byGroup(client, `pr-${part}-time`, 'branch', body)] as const),
    ),
  );
  const leads = await byGroup(client, 'lead-time-for-changes', 'branch', body);
  const rows = scenario.expected.flatMap((expected): Comparison[] => {
    const change = scenario.pull_requests.find((one) => one.id === expected.pr)!;
    const isEarly = change.comments.some(
      (one) => one.id === expected.first_review && one.at < change.created_at,
    );
    const hand: Readonly<Record<string, number | null>> = isEarly ? byHand(change) : {};
    const parts = PARTS.map(([part, column]) => {
      const ours = minutes(measured.get(part)!.get(change.id));
      const isExplained = part in hand && minutes(hand[part]) === ours;
      return {
        ...{ what: `${change.id} ${part}, min`, peer: expected[column], ours },
        reason: isExplained ? EARLY : undefined,
      };
    });
    // Finish = commit time + lead time; the commit time that was sent is the opening.
    const lead = leads.get(change.merge_commit_sha) ?? null;
    const finish = lead === null ? null : Date.parse(change.created_at) + lead * 1000;
    const repository = repositoryOf(scenario, change.merge_commit_sha);
    const found = scenario.deployments.filter(
      (one) => isDelivery(one) && one.repo_url === repository && Date.parse(one.finished_at) === finish,
    );
    const ours = found.map(({ id }) => id).join(' or ') || (finish === null ? null : 'unknown');
    return [{ what: `${change.id} → deployment`, peer: expected.deployment, ours }, ...parts];
  });
  const unmerged = scenario.pull_requests.filter((one) => one.merged_at === null);
  for (const { id } of unmerged)
    rows.push({
      ...{ what: `${id}, not merged`, peer: null, ours: measured.get('cycle')!.has(id) ? 'counted' : null },
    });
  for (const [part, column] of PARTS) {
    const peer = medianOf(scenario.expected.flatMap((one) => one[column] ?? []));
    const value = await pooled(client, `pr-${part}-time`, body);
    // A difference is explained only where the pooled number is that of the rows compared above, one by one.
    const own = medianOf([...measured.get(part)!.values()].flatMap((one) => one ?? []));
    const isOfRows = own === null ? value === null : Math.abs(own - (value ?? NaN)) < 0.001;
    const isChanged = rows.some((row) => row.what.endsWith(` ${part}, min`) && row.peer !== row.ours);
    const reason = isChanged ? DIFFERENT_ROWS : ROUNDED;
    const ours = minutes(value);
    const isNear = isChanged || Math.abs((peer ?? NaN) - (ours ?? NaN)) < 1;
    rows.push({ what: `median ${part}, min`, peer, ours, reason: isOfRows && isNear ? reason : undefined });
  }
  return rows;
};
