import type { History } from './build-history.ts';
import { DAY, daysBetween, HOUR } from './calendar.ts';
import { reportingDays } from './reporting-days.ts';
import type { AnalysisRow } from './rows.ts';
import { timestamp } from './rows.ts';
import type { Finding, Rule } from './sarif-report.ts';
import { sarifReport } from './sarif-report.ts';
import type { Story } from './story.ts';
import { filesOf, shaOf } from './story.ts';
import type { Repository } from './team.ts';
import { at } from './team.ts';

const TOOL = 'code-scan';
const RULES: readonly Rule[] = [
  { id: 'injection/sql', text: 'A query is put together from what a user typed.', severity: '9.8' },
  { id: 'injection/path', text: 'A path is put together from what a user typed.', severity: '7.5' },
  { id: 'secrets/log', text: 'A secret may be written to a log.', severity: '7.1' },
  { id: 'crypto/weak-hash', text: 'A password is hashed with a weak hash.', severity: '5.9' },
  { id: 'regexp/slow', text: 'A regular expression may take very long.', severity: '5.3' },
  { id: 'http/header', text: 'An answer lacks a header that would protect it.', severity: '3.1' },
];

interface PlannedFinding extends Finding {
  readonly from: number;
  readonly until: number;
}

/** All findings of a repository over its time: some from the beginning, others that come, and go when they are mended. */
const planFindings = (story: Story, repository: Repository): PlannedFinding[] => {
  const random = story.random(repository.name, 'findings');
  const paths = filesOf(repository);
  const find = (from: number, index: number): PlannedFinding => {
    const rule = random.pick(RULES);
    // What is grave is mended sooner.
    const days = random.logNormal(Number(rule.severity) >= 7 ? 18 : 60, 0.8);
    return {
      ...{ rule, path: random.pick(paths), line: random.integer(3, 90) },
      fingerprint: shaOf(story.seed, repository.name, 'finding', index).slice(0, 16),
      ...{ from, until: from + days * DAY },
    };
  };
  const findings = Array.from({ length: random.integer(2, 5) }, (_, index) => find(story.start, index));
  for (const day of daysBetween(story.start, story.end)) {
    const perMonth = 12 * at(story.team.faults, story.share(day));
    for (let count = random.poisson(perMonth / 30); count > 0; count -= 1)
      findings.push(find(day, findings.length));
  }
  return findings;
};

/** The reports of a scanner, every fourth week. */
export const buildAnalyses = (story: Story, repository: Repository, history: History): AnalysisRow[] => {
  const findings = planFindings(story, repository);
  let reported: string | undefined;
  return reportingDays(story).flatMap((day, index) => {
    const when = day + 6 * HOUR;
    const commit = history.main.findLast((one) => one.at <= when)?.sha;
    if (index % 4 !== 0 || commit === undefined || commit === reported) return [];
    reported = commit;
    const open = findings.filter(({ from, until }) => from <= when && when < until);
    return [
      {
        ...{ workload: story.team.id, repository: repository.name, commit, branch: repository.defaultBranch },
        ...{ takenAt: timestamp(when), report: sarifReport(TOOL, RULES, open) },
      },
    ];
  });
};
