import type { PlannedDeployment } from './build-deployments.ts';
import { DAY, daysBetween, HOUR, MINUTE, workTime } from './calendar.ts';
import type { DeploymentRow, IncidentRow } from './rows.ts';
import { timestamp } from './rows.ts';
import type { Story } from './story.ts';
import { at } from './team.ts';
import { incidentTitle } from './words.ts';

const SEVERITIES = ['critical', 'high', 'high', 'medium', 'medium', 'medium', 'low'] as const;
const FACTOR = { critical: 0.5, high: 0.8, medium: 1.2, low: 2.5 };

/** Takes a bad deployment back: the commit that was in production before. */
const rollBack = (
  bad: PlannedDeployment,
  production: readonly PlannedDeployment[],
  from: number,
): DeploymentRow | null => {
  const { repository, commit } = bad.row;
  const previous = production.findLast(
    (one) =>
      one.row.repository === repository && one.row.commit !== commit && one.finishedAt < bad.finishedAt,
  );
  if (previous === undefined) return null;
  return {
    ...bad.row,
    externalId: `${bad.row.externalId}-rollback`,
    commit: previous.row.commit,
    ...{ startedAt: timestamp(from), finishedAt: timestamp(from + 4 * MINUTE) },
  };
};

/** The incidents of a team, and the deployments by which some of them were taken back. */
export const buildIncidents = (
  story: Story,
  deployments: readonly PlannedDeployment[],
): { readonly incidents: readonly IncidentRow[]; readonly rollbacks: readonly DeploymentRow[] } => {
  const { team } = story;
  const random = story.random('incidents');
  const production = deployments
    .filter((one) => one.isProduction && one.isGood)
    .sort((a, b) => a.finishedAt - b.finishedAt);
  const incidents: IncidentRow[] = [];
  const rollbacks = new Map<string, DeploymentRow>();
  // Gathers up to the next one, so that they come evenly and no month of a busy team is without.
  let due = random.between(0.2, 0.7);
  for (const day of daysBetween(story.start, story.end)) {
    due += (at(team.incidentsPerMonth, story.share(day)) / 30) * random.between(0.4, 1.6);
    if (due < 1) continue;
    due -= 1;
    const noticed = workTime(day, random);
    const cause = production.findLast(
      (one) => one.finishedAt < noticed && noticed - one.finishedAt < 4 * DAY,
    );
    const isCaused = cause !== undefined && random.chance(0.75);
    const openedAt = isCaused
      ? cause.finishedAt + random.logNormal(35, 0.8) * MINUTE
      : day + random.between(0, 24) * HOUR;
    const severity = random.pick(SEVERITIES);
    const resolvedAt =
      openedAt + random.logNormal(at(team.restoreHours, story.share(day)) * FACTOR[severity], 0.6) * HOUR;
    const isOpen = severity !== 'critical' && story.end - openedAt < 20 * DAY && random.chance(0.4);
    const isNamed = isCaused && random.chance(0.65);
    incidents.push({
      externalId: `${team.issuePrefix}-INC-${incidents.length + 1}`,
      ...{ source: 'pagerduty', workload: team.id, severity, openedAt: timestamp(openedAt) },
      resolvedAt: isOpen ? null : timestamp(resolvedAt),
      causedByDeployment: isNamed ? cause.row.externalId : null,
      title: incidentTitle(random),
    });
    const rollback =
      isNamed && random.chance(0.5) ? rollBack(cause, production, openedAt + 12 * MINUTE) : null;
    if (rollback !== null && !rollbacks.has(rollback.externalId))
      rollbacks.set(rollback.externalId, rollback);
  }
  return { incidents, rollbacks: [...rollbacks.values()] };
};
