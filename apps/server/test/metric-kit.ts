import { expect } from 'vitest';
import type { z } from 'zod';
import type {
  MetricResult,
  Point,
  QueryInput,
  QueryResult,
  Series,
  WriteCounts,
} from '@codemetrics/contracts';
import type {
  ChangeRow,
  CommitRow,
  DeploymentRow,
  IncidentRow,
  IssueRow,
  JobRow,
  MeasurementRow,
  RunRow,
} from '@codemetrics/testing';
import type { Answer, TestServer } from './harness.ts';
import { useServer } from './harness.ts';

/** The clock of metric tests: long after the rows, so that no bucket of theirs is still running. */
export const LONG_AFTER = new Date('2027-01-15T12:00:00.000Z');

type Rows = {
  readonly runs: readonly RunRow[];
  readonly deployments: readonly DeploymentRow[];
  readonly commits: readonly CommitRow[];
  readonly incidents: readonly IncidentRow[];
  readonly changes: readonly ChangeRow[];
  readonly issues: readonly IssueRow[];
  readonly jobs: readonly JobRow[];
  readonly measurements: readonly MeasurementRow[];
};

const PATHS: Readonly<Record<keyof Rows, string>> = {
  runs: '/api/pipeline/runs',
  deployments: '/api/deployments',
  commits: '/api/commits',
  incidents: '/api/incidents',
  changes: '/api/changes',
  issues: '/api/issues',
  jobs: '/api/pipeline/jobs',
  measurements: '/api/measurements',
};

/** Where and when a coverage report was taken. */
export interface ReportPlace {
  readonly workload: string;
  readonly takenAt: string;
  readonly repository?: string;
  readonly commit?: string;
  readonly branch?: string;
  readonly name?: string;
}

export type QueryBody = Partial<z.input<typeof QueryInput>>;

/** What tests of metrics do again and again: send rows, ask, read off numbers. */
interface MetricCalls {
  /** A workload that no other test knows. */
  workload(over?: Record<string, unknown>): Promise<string>;
  /** Sends rows to the workload, in the order given; expects them to be taken. */
  send<K extends keyof Rows>(workload: string, kind: K, rows: Rows[K]): Promise<WriteCounts>;
  /** Sends a JUnit or SARIF report as it is; expects it to be taken. */
  upload(
    kind: 'tests' | 'vulnerabilities',
    place: ReportPlace & { readonly run?: string },
    report: string,
  ): Promise<Answer>;
  /** Sends a report of so many covered lines out of so many. */
  report(place: ReportPlace, covered: number, total: number): Promise<Answer>;
  query(body: QueryBody, options?: { token?: string; headers?: Record<string, string> }): Promise<Answer>;
  /** The answer to a query that must succeed. */
  ask(body: QueryBody, token?: string): Promise<QueryResult>;
}

/** The calls, and the server itself when called. */
export type MetricKit = MetricCalls & (() => TestServer);

/** An LCOV report with so many covered lines out of so many. */
const lcov = (covered: number, total: number): string =>
  ['SF:src/a.ts', ...Array.from({ length: total }, (_, line) => `DA:${line + 1},${line < covered ? 1 : 0}`)]
    .concat('end_of_record', '')
    .join('\n');

/** A metric kit on a server of the file's own. */
export const useMetricKit = (now: () => Date = () => LONG_AFTER): MetricKit => {
  const server = useServer({ now });
  let made = 0;
  const query: MetricCalls['query'] = (body, { token = server().admin, headers = {} } = {}) =>
    server().call('POST', '/api/query', { token, json: body, headers });
  const calls: MetricCalls = {
    workload: async (over = {}) => {
      const id = `team-${++made}`;
      await server().createWorkload(id, over);
      return id;
    },
    send: async (workload, kind, rows) => {
      const answer = await server().call('POST', PATHS[kind], {
        token: server().admin,
        json: { [kind]: rows.map((row) => ({ ...row, workload })) },
      });
      expect(answer.status, answer.text).toBe(200);
      return answer.body as WriteCounts;
    },
    report: async (place, covered, total) => {
      const search = new URLSearchParams({ repository: 'acme/shop-api', commit: 'c0ffee1', ...place });
      const answer = await server().call('POST', `/api/coverage?${search}`, {
        token: server().admin,
        body: lcov(covered, total),
        type: 'text/plain',
      });
      expect(answer.status, answer.text).toBe(200);
      return answer;
    },
    upload: async (kind, place, report) => {
      const search = new URLSearchParams({ repository: 'acme/shop-api', commit: 'c0ffee1', ...place });
      const answer = await server().call('POST', `/api/${kind}?${search}`, {
        token: server().admin,
        body: report,
        type: kind === 'tests' ? 'application/xml' : 'application/json',
      });
      expect(answer.status, answer.text).toBe(200);
      return answer;
    },
    query,
    ask: async (body, token = server().admin) => {
      const answer = await query(body, { token });
      expect(answer.status, answer.text).toBe(200);
      return answer.body as QueryResult;
    },
  };
  return Object.assign(() => server(), calls);
};

/** The only series of the only result. */
export const only = (result: QueryResult): Series => {
  expect(result.results).toHaveLength(1);
  expect(result.results[0]!.series).toHaveLength(1);
  return result.results[0]!.series[0]!;
};

/** The points as `[date, value]`. */
export const values = (series: Series): [string, number | null][] =>
  series.points.map((point) => [point.date, point.value]);

/** The point of one bucket. */
export const pointOf = (series: Series, date: string): Point =>
  series.points.find((point) => point.date === date)!;

/** Each series' summary value by its group, the group's values joined by blanks. */
export const byGroup = (result: MetricResult): Record<string, number | null> =>
  Object.fromEntries(
    result.series.map((one) => [Object.values(one.group).map(String).join(' '), one.summary.value]),
  );
