import { describe, expect, test } from 'vitest';
import { operations } from '@codemetrics/contracts';
import { generate } from './generate.ts';

const end = new Date('2026-06-30T15:00:00Z');
const data = generate({ seed: 1, end, days: 60 });

describe('the made-up data', () => {
  test('is the same for the same seed, and other for another', () => {
    expect(generate({ seed: 1, end, days: 60 })).toEqual(data);
    expect(generate({ seed: 2, end, days: 60 })).not.toEqual(data);
  });

  test('has something of every kind for each of five workloads', () => {
    expect(data).toHaveLength(5);
    for (const { workload: _, ...kinds } of data)
      for (const [kind, rows] of Object.entries(kinds)) expect(rows.length, kind).toBeGreaterThan(0);
  });

  test('is taken by the contract, row by row', () => {
    for (const one of data) {
      expect(operations.workloads.create.input.safeParse(one.workload).error).toBeUndefined();
      // In pieces, since one call takes so many rows and no more.
      const pieces = <Row>(rows: readonly Row[]): Row[][] =>
        Array.from({ length: Math.ceil(rows.length / 1000) }, (_, at) =>
          rows.slice(at * 1000, at * 1000 + 1000),
        );
      for (const runs of pieces(one.runs))
        expect(operations.pipelineRuns.send.input.safeParse({ runs }).error).toBeUndefined();
      for (const jobs of pieces(one.jobs))
        expect(operations.pipelineJobs.send.input.safeParse({ jobs }).error).toBeUndefined();
      for (const commits of pieces(one.commits))
        expect(operations.commits.send.input.safeParse({ commits }).error).toBeUndefined();
      for (const changes of pieces(one.changes))
        expect(operations.changes.send.input.safeParse({ changes }).error).toBeUndefined();
      for (const deployments of pieces(one.deployments))
        expect(operations.deployments.send.input.safeParse({ deployments }).error).toBeUndefined();
      for (const incidents of pieces(one.incidents))
        expect(operations.incidents.send.input.safeParse({ incidents }).error).toBeUndefined();
      for (const issues of pieces(one.issues))
        expect(operations.issues.send.input.safeParse({ issues }).error).toBeUndefined();
      for (const report of one.reports)
        expect(operations.coverage.upload.input.safeParse(report).error).toBeUndefined();
      for (const measurements of pieces(one.measurements))
        expect(operations.measurements.send.input.safeParse({ measurements }).error).toBeUndefined();
      for (const report of one.testReports)
        expect(operations.tests.upload.input.safeParse(report).error).toBeUndefined();
      for (const report of one.analyses)
        expect(operations.vulnerabilities.upload.input.safeParse(report).error).toBeUndefined();
    }
  });

  test('has tests that fail and pass on one commit, and findings that come and go', () => {
    for (const one of data) {
      const finding = (report: string) =>
        (JSON.parse(report) as { runs: { results: { partialFingerprints: object }[] }[] }).runs
          .flatMap((run) => run.results)
          .map((result) => JSON.stringify(result.partialFingerprints));
      const reports = one.analyses.map((analysis) => new Set(finding(analysis.report)));
      const every = reports.flatMap((report) => [...report]);
      expect(every.some((print) => !reports[0]!.has(print))).toBe(true);
      expect(every.some((print) => !reports.at(-1)!.has(print))).toBe(true);
      const runs = one.testReports.map(({ run }) => run);
      expect(new Set(runs).size).toBe(runs.length);
    }
    const failed = ({ report }: { report: string }) => report.match(/<failure/g)?.length ?? 0;
    const commits = Map.groupBy(
      data.flatMap((one) => one.testReports),
      (report) => report.commit,
    );
    const again = [...commits.values()].filter((reports) => reports.length > 1);
    expect(again.length).toBeGreaterThan(0);
    expect(again.every(([first]) => failed(first!) > 0)).toBe(true);
    expect(again.some(([first, second]) => failed(second!) < failed(first!))).toBe(true);
  });

  test('has jobs that lie within their run, name it, and end as it does', () => {
    for (const one of data) {
      const jobs = Map.groupBy(one.jobs, (job) => `${job.run} ${job.attempt}`);
      expect(new Set(one.jobs.map((job) => job.externalId)).size).toBe(one.jobs.length);
      for (const run of one.runs) {
        const own = jobs.get(`${run.externalId} ${run.attempt}`) ?? [];
        jobs.delete(`${run.externalId} ${run.attempt}`);
        for (const job of own) {
          expect(job.queuedAt! >= run.startedAt!, job.externalId).toBe(true);
          if (job.startedAt) expect(job.startedAt >= job.queuedAt!, job.externalId).toBe(true);
          if (job.finishedAt && run.finishedAt) expect(job.finishedAt <= run.finishedAt).toBe(true);
          expect(Object.keys(one.workload.runnerRates!)).toContain(job.runner);
        }
        if (run.status !== 'completed' || own.length === 0) continue;
        expect(
          own
            .map((job) => job.finishedAt)
            .sort()
            .at(-1),
        ).toBe(run.finishedAt);
        expect(own.every((job) => job.conclusion === 'success')).toBe(run.conclusion === 'success');
        expect(own.some((job) => job.conclusion === run.conclusion)).toBe(true);
      }
      expect([...jobs.keys()]).toEqual([]);
    }
  });

  test('names each run, report and commit once, ends by its end, and knows every parent', () => {
    for (const one of data) {
      const runs = one.runs.map((run) => `${run.externalId} ${run.attempt ?? 1}`);
      expect(new Set(runs).size).toBe(runs.length);
      const reports = one.reports.map((report) => `${report.repository} ${report.commit} ${report.branch}`);
      expect(new Set(reports).size).toBe(reports.length);
      const known = new Set(one.commits.map((commit) => `${commit.repository} ${commit.sha}`));
      expect(known.size).toBe(one.commits.length);
      for (const commit of one.commits) {
        expect(Date.parse(commit.committedAt)).toBeLessThanOrEqual(end.getTime());
        for (const parent of commit.parents ?? []) expect(known).toContain(`${commit.repository} ${parent}`);
      }
    }
  });
});
