/** One test of a report; the same test run several times is one. */
export interface TestCase {
  readonly name: string;
  /** Its class, else its suite, else its file. */
  readonly suite: string | null;
  /** The gravest of its runs, a flaky failure that was followed by success left aside. */
  readonly outcome: TestOutcome;
  readonly durationSeconds: number | null;
  /** How often it passed and failed in this report, reruns included. */
  readonly passes: number;
  readonly failures: number;
}

export type TestOutcome = 'passed' | 'failed' | 'error' | 'skipped';

/** What a report of tests says, counted from its test cases. */
export interface TestReport {
  readonly cases: readonly TestCase[];
  /** By test case element, so that a test that stands twice counts twice. */
  readonly totals: {
    readonly total: number;
    readonly passed: number;
    readonly failed: number;
    readonly errors: number;
    readonly skipped: number;
  };
  /** Σ of the cases that tell how long they took. */
  readonly durationSeconds: number;
  /** The earliest time that a suite names; null where none does. */
  readonly takenAt: Date | null;
}
