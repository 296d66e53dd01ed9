import type { History } from './build-history.ts';
import { HOUR, MINUTE } from './calendar.ts';
import type { TestCase } from './junit-report.ts';
import { junitReport } from './junit-report.ts';
import { reportingDays } from './reporting-days.ts';
import type { TestReportRow } from './rows.ts';
import { timestamp } from './rows.ts';
import type { Story } from './story.ts';
import { filesOf, shortName } from './story.ts';
import type { Repository } from './team.ts';
import { at } from './team.ts';

const NAMES = ['is empty at first', 'takes one', 'takes many', 'refuses what is wrong', 'keeps the order'];

interface Test extends Pick<TestCase, 'suite' | 'name' | 'seconds'> {
  /** How often it fails for no reason. */
  readonly flaky: number;
  readonly isSkipped: boolean;
}

/** The tests of a repository. The more its jobs flake, the more of its tests do. */
const testsOf = (story: Story, repository: Repository): Test[] => {
  const random = story.random(repository.name, 'tests');
  const [job] = repository.jobs.slice(1);
  const isFlaky = (job?.flaky ?? 0) >= 0.1;
  const files = filesOf(repository).filter((path) => /(^|\/)(e2e|[Tt]ests?)\//.test(path));
  const tests = files.flatMap((path) =>
    NAMES.slice(0, random.integer(2, NAMES.length)).map((name) => ({
      suite: path.replace(/\.\w+$/, '').replaceAll('/', '.'),
      name,
      seconds: random.logNormal(0.08, 1),
      isSkipped: random.chance(0.02),
    })),
  );
  const chosen = new Set(Array.from({ length: isFlaky ? 4 : 1 }, () => random.integer(0, tests.length - 1)));
  return tests.map((test, index) => ({ ...test, flaky: chosen.has(index) ? (isFlaky ? 0.3 : 0.1) : 0 }));
};

/** The reports of a repository's large test run, every second week; where a test fails, all are run once more on the same commit. */
export const buildTestReports = (story: Story, repository: Repository, history: History): TestReportRow[] => {
  const tests = testsOf(story, repository);
  let reported: string | undefined;
  return reportingDays(story).flatMap((day, index) => {
    const when = day + 4 * HOUR;
    const commit = history.main.findLast((one) => one.at <= when)?.sha;
    if (index % 2 === 1 || commit === undefined || commit === reported) return [];
    reported = commit;
    const random = story.random(repository.name, 'test run', day);
    const hasFault = random.chance(at(story.team.faults, story.share(when)));
    const broken = hasFault ? random.integer(0, tests.length - 1) : -1;
    const run = (): TestCase[] =>
      tests.map(({ suite, name, seconds, flaky, isSkipped }, index) => {
        const fails = random.chance(flaky) || index === broken;
        return {
          ...{ suite, name, seconds: seconds * random.between(0.8, 1.3) },
          outcome: isSkipped ? 'skipped' : fails ? 'failed' : 'passed',
        };
      });
    const first = run();
    const attempts = first.some(({ outcome }) => outcome === 'failed') ? [first, run()] : [first];
    return attempts.map((cases, attempt) => ({
      ...{ workload: story.team.id, repository: repository.name, commit, branch: repository.defaultBranch },
      run: `${shortName(repository)}-full-${timestamp(day).slice(0, 10)}-${attempt + 1}`,
      takenAt: timestamp(when + attempt * 20 * MINUTE),
      report: junitReport(cases),
    }));
  });
};
