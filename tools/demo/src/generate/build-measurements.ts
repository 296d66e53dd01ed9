import type { History } from './build-history.ts';
import { HOUR } from './calendar.ts';
import { reportingDays } from './reporting-days.ts';
import type { MeasurementRow } from './rows.ts';
import { timestamp } from './rows.ts';
import type { Story } from './story.ts';
import { filesOf } from './story.ts';
import type { Repository } from './team.ts';
import { at } from './team.ts';

const WEEKS_BETWEEN_FILES = 13;

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0);

/** The weekly figures of a code analysis: of the whole repository, and once a quarter of each of its files. */
export const buildMeasurements = (
  story: Story,
  repository: Repository,
  history: History,
): MeasurementRow[] => {
  const { team } = story;
  const lines = new Map(filesOf(repository).map((path) => [path, 0]));
  const density = new Map(
    [...lines.keys()].map((path) => [
      path,
      story.random(repository.name, 'complexity', path).between(0.06, 0.28),
    ]),
  );
  const commits = [...history.commits].sort((a, b) => (a.committedAt < b.committedAt ? -1 : 1));
  const days = reportingDays(story);
  let next = 0;
  return days.flatMap((day, index) => {
    const when = day + 5 * HOUR;
    const takenAt = timestamp(when);
    for (; next < commits.length && commits[next]!.committedAt <= takenAt; next += 1)
      for (const { path, addedLines, deletedLines } of commits[next]!.files ?? []) {
        const size = lines.get(path);
        if (size !== undefined) lines.set(path, size + (addedLines ?? 0) - (deletedLines ?? 0));
      }
    const row = (metric: string, value: number, path?: string): MeasurementRow => ({
      ...{ source: 'code-analysis', workload: team.id, repository: repository.name, metric },
      ...{ value: Math.round(value), takenAt, branch: repository.defaultBranch },
      ...(path === undefined ? {} : { path }),
    });
    const complexity = [...lines].map(([path, size]) => [path, 1 + size * density.get(path)!] as const);
    const total = sum(lines.values());
    const isDetailed = (days.length - 1 - index) % WEEKS_BETWEEN_FILES === 0;
    return [
      row('lines-of-code', total),
      row('cyclomatic-complexity', sum(complexity.map(([, value]) => value))),
      // Who makes more faults also copies more.
      row('duplicated-lines', total * (0.02 + 0.25 * at(team.faults, story.share(when)))),
      ...(isDetailed
        ? [
            ...[...lines].map(([path, size]) => row('lines-of-code', size, path)),
            ...complexity.map(([path, value]) => row('cyclomatic-complexity', value, path)),
          ]
        : []),
    ];
  });
};
