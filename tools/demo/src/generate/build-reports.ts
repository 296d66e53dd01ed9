import type { History } from './build-history.ts';
import { HOUR } from './calendar.ts';
import { reportingDays } from './reporting-days.ts';
import type { FileCoverage } from './reports.ts';
import { coberturaReport, lcovReport } from './reports.ts';
import type { ReportRow } from './rows.ts';
import { timestamp } from './rows.ts';
import type { Story } from './story.ts';
import { filesOf } from './story.ts';
import type { Repository } from './team.ts';
import { at } from './team.ts';

/** Which lines of each file tests run: of a line's fixed share in the order of what is covered first. */
const measure = (story: Story, repository: Repository, when: number): FileCoverage[] => {
  const share = story.share(when);
  const paths = filesOf(repository).filter((path) => !/(^|\/)(e2e|[Tt]ests?)\//.test(path));
  const noise = story.random(repository.name, 'coverage', when);
  const wanted = at(repository.coverage.percent, share) / 100 + noise.between(-0.012, 0.012);
  return paths.map((path, index) => {
    const random = story.random(repository.name, 'file', path);
    // Files grow over the time, and some are better tested than others.
    const count = Math.round(random.integer(12, 40) * (0.75 + 0.25 * share));
    const level = Math.min(1, Math.max(0, wanted + 0.12 * Math.sin(index * 2.4)));
    return {
      path,
      lines: Array.from({ length: count }, (_, line) => {
        // Both are drawn for every line, so that a line's place in the order stays the same from week to week.
        const [place, runs] = [random.next(), random.integer(1, 30)];
        const hits = place < level ? runs : 0;
        // Every fourth line decides something; what tests hardly reach, they reach one way only.
        const branches =
          line % 4 === 0 ? { taken: hits === 0 ? 0 : place < level - 0.15 ? 2 : 1, total: 2 } : null;
        return { number: 3 + line * 2, hits, branches };
      }),
    };
  });
};

/** The weekly coverage reports of a repository, as its tests would write them. */
export const buildReports = (story: Story, repository: Repository, history: History): ReportRow[] => {
  let reported: string | undefined;
  return reportingDays(story).flatMap((day) => {
    const when = day + 5 * HOUR;
    const head = history.main.findLast((commit) => commit.at <= when);
    // A second report of the same commit would take the place of the first.
    if (head === undefined || head.sha === reported) return [];
    reported = head.sha;
    const files = measure(story, repository, when);
    const { format } = repository.coverage;
    return [
      {
        ...{ workload: story.team.id, repository: repository.name, commit: head.sha },
        ...{ branch: repository.defaultBranch, takenAt: timestamp(when), format },
        report: format === 'lcov' ? lcovReport(files) : coberturaReport(files, Math.floor(when / 1000)),
      },
    ];
  });
};
