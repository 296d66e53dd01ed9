import { buildAnalyses } from './build-analyses.ts';
import { buildChanges } from './build-changes.ts';
import { buildDeployments } from './build-deployments.ts';
import { buildHistory } from './build-history.ts';
import { buildIncidents } from './build-incidents.ts';
import { buildIssues } from './build-issues.ts';
import { buildJobs } from './build-jobs.ts';
import { buildMeasurements } from './build-measurements.ts';
import { buildReports } from './build-reports.ts';
import { buildRuns } from './build-runs.ts';
import { buildTestReports } from './build-test-reports.ts';
import { DAY, dayOf } from './calendar.ts';
import { cutOff } from './cut-off.ts';
import { planChanges } from './plan-changes.ts';
import type { WorkloadData, WorkloadRow } from './rows.ts';
import { RUNNER_RATES } from './runners.ts';
import { tellStory } from './story.ts';
import type { Team } from './team.ts';
import { TEAMS } from './teams/index.ts';

/** What is generated: the same for the same three. */
export interface GenerateOptions {
  readonly seed: number;
  /** The last instant that anything is known of. */
  readonly end: Date;
  readonly days: number;
}

/** The teams sit in one country; their tools tell times in UTC. */
const WORKING_HOURS = { timezone: 'Europe/Berlin', start: '09:00', end: '18:00' };

const workloadOf = (team: Team): WorkloadRow => ({
  id: team.id,
  name: team.name,
  description: team.description,
  tags: { ...team.tags },
  runnerRates: { ...RUNNER_RATES },
  workingHours: { ...WORKING_HOURS },
  repositoryGroups: team.groups.map((group) => ({
    name: group.name,
    repositories: group.repositories.map((repository) => ({ ...repository })),
  })),
});

const generateTeam = (team: Team, options: GenerateOptions): WorkloadData => {
  const end = options.end.getTime();
  // Told to the end of its day, so that a later hour of the same day adds rows and changes none that were known.
  const story = tellStory(team, { ...options, end: dayOf(end) + DAY - 1 });
  const parts = team.repositories.map((repository) => {
    const planned = planChanges(story, repository);
    const history = buildHistory(story, repository, planned);
    const { runs, outcomes } = buildRuns(story, repository, planned, history);
    const deployments = buildDeployments(story, repository, history, outcomes);
    const reports = buildReports(story, repository, history);
    const jobs = buildJobs(story, repository, runs);
    const measurements = buildMeasurements(story, repository, history);
    const testReports = buildTestReports(story, repository, history);
    const analyses = buildAnalyses(story, repository, history);
    return { planned, history, runs, jobs, deployments, reports, measurements, testReports, analyses };
  });
  const deployments = parts.flatMap((part) => part.deployments);
  const { incidents, rollbacks } = buildIncidents(story, deployments);
  const { issues, keyOfChange } = buildIssues(
    story,
    parts.flatMap((part) => part.planned),
  );
  const all: WorkloadData = {
    workload: workloadOf(team),
    commits: parts.flatMap((part) => part.history.commits),
    changes: parts.flatMap((part) => buildChanges(story, part.planned, part.history, keyOfChange)),
    runs: parts.flatMap((part) => part.runs),
    jobs: parts.flatMap((part) => part.jobs),
    deployments: [...deployments.map((deployment) => deployment.row), ...rollbacks],
    incidents,
    issues,
    reports: parts.flatMap((part) => part.reports),
    measurements: parts.flatMap((part) => part.measurements),
    testReports: parts.flatMap((part) => part.testReports),
    analyses: parts.flatMap((part) => part.analyses),
  };
  return cutOff(all, end);
};

/** A believable history of five teams, ready to be sent. */
export const generate = (options: GenerateOptions): WorkloadData[] => [...generateByTeam(options)];

/** The same, a team at a time, so that whoever has other things to do can do them in between. */
export function* generateByTeam(options: GenerateOptions): Generator<WorkloadData, void, undefined> {
  for (const team of TEAMS) yield generateTeam(team, options);
}
