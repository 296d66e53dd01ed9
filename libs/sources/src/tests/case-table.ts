import { fit } from '../fit-text.ts';
import { invalidReport } from '../report/invalid-report.ts';
import type { TestCase, TestOutcome, TestReport } from './test-report.ts';

/** What one test case element says. */
export interface CaseRun {
  readonly name: string;
  readonly suite: string | null;
  readonly outcome: TestOutcome;
  readonly durationSeconds: number | null;
  /** Failures of reruns, which don't make it fail by themselves. */
  readonly flakyFailures: number;
}

const GRAVITY: readonly TestOutcome[] = ['skipped', 'passed', 'error', 'failed'];
const MAX_NAME = 1000;
const MAX_SUITE = 500;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Gathers the cases of a report, each test once. */
export class CaseTable {
  readonly #cases = new Map<string, Mutable<TestCase>>();
  readonly #totals = { total: 0, passed: 0, failed: 0, errors: 0, skipped: 0 };
  readonly #mostCases: number;
  #durationSeconds = 0;

  constructor(mostCases: number) {
    this.#mostCases = mostCases;
  }

  add(run: CaseRun): void {
    const name = fit(run.name, MAX_NAME) ?? '(unnamed)';
    const suite = fit(run.suite, MAX_SUITE);
    this.#totals.total++;
    this.#totals[run.outcome === 'error' ? 'errors' : run.outcome]++;
    this.#durationSeconds += run.durationSeconds ?? 0;
    const key = `${suite ?? ''}\n${name}`;
    const passes = run.outcome === 'passed' ? 1 : 0;
    const failures = run.flakyFailures + (run.outcome === 'failed' || run.outcome === 'error' ? 1 : 0);
    const known = this.#cases.get(key);
    if (!known) {
      if (this.#cases.size >= this.#mostCases)
        throw invalidReport(`the report has more than ${this.#mostCases} tests`);
      const { outcome, durationSeconds } = run;
      this.#cases.set(key, { name, suite, outcome, durationSeconds, passes, failures });
      return;
    }
    known.passes += passes;
    known.failures += failures;
    if (GRAVITY.indexOf(run.outcome) > GRAVITY.indexOf(known.outcome)) known.outcome = run.outcome;
    known.durationSeconds = add(known.durationSeconds, run.durationSeconds);
  }

  report(takenAt: Date | null): TestReport {
    return {
      cases: [...this.#cases.values()],
      totals: this.#totals,
      durationSeconds: this.#durationSeconds,
      takenAt,
    };
  }
}

const add = (one: number | null, other: number | null): number | null =>
  one === null ? other : one + (other ?? 0);
