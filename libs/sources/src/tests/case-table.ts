import type { DomainError } from '@codemetrics/contracts';
import { fit } from '../fit-text.ts';
import { detached } from '../report/detached.ts';
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

interface Suite {
  readonly name: string | null;
  readonly cases: Map<string, Mutable<TestCase>>;
}

/** Gathers the cases of a report, each test once. */
export class CaseTable {
  /** By suite and then by name: many small tables grow without holding the event loop. */
  readonly #suites = new Map<string | null, Suite>();
  readonly #cases: TestCase[] = [];
  readonly #totals = { total: 0, passed: 0, failed: 0, errors: 0, skipped: 0 };
  readonly #mostCases: number;
  readonly #fail: (message: string) => DomainError;
  #durationSeconds = 0;

  /** `fail` makes the error for a report of too many tests. */
  constructor(mostCases: number, fail: (message: string) => DomainError) {
    this.#mostCases = mostCases;
    this.#fail = fail;
  }

  add(run: CaseRun): void {
    const name = fit(run.name, MAX_NAME) ?? '(unnamed)';
    this.#totals.total++;
    this.#totals[run.outcome === 'error' ? 'errors' : run.outcome]++;
    this.#durationSeconds += run.durationSeconds ?? 0;
    const passes = run.outcome === 'passed' ? 1 : 0;
    const failures = run.flakyFailures + (run.outcome === 'failed' || run.outcome === 'error' ? 1 : 0);
    const suite = this.#suite(fit(run.suite, MAX_SUITE));
    const known = suite.cases.get(name);
    if (!known) {
      if (this.#cases.length >= this.#mostCases)
        throw this.#fail(`the report has more than ${this.#mostCases} tests`);
      const { outcome, durationSeconds } = run;
      const added = { name: detached(name), suite: suite.name, outcome, durationSeconds, passes, failures };
      suite.cases.set(added.name, added);
      this.#cases.push(added);
      return;
    }
    known.passes += passes;
    known.failures += failures;
    if (GRAVITY.indexOf(run.outcome) > GRAVITY.indexOf(known.outcome)) known.outcome = run.outcome;
    known.durationSeconds = add(known.durationSeconds, run.durationSeconds);
  }

  report(takenAt: Date | null): TestReport {
    return {
      cases: this.#cases,
      totals: this.#totals,
      durationSeconds: this.#durationSeconds,
      takenAt,
    };
  }

  #suite(name: string | null): Suite {
    const known = this.#suites.get(name);
    if (known) return known;
    const suite: Suite = { name: name === null ? null : detached(name), cases: new Map() };
    this.#suites.set(suite.name, suite);
    return suite;
  }
}

const add = (one: number | null, other: number | null): number | null =>
  one === null ? other : one + (other ?? 0);
