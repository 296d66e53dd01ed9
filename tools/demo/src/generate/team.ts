/** What a number is at the beginning and at the end of the time. */
export type Trend = readonly [from: number, to: number];

/** One of a repository's three jobs: its usual minutes, and how often it fails when the code is good. */
export interface Job {
  readonly name: string;
  readonly minutes: number;
  readonly flaky?: number;
}

export interface Repository {
  readonly name: string;
  readonly defaultBranch: string;
  readonly jobs: readonly [Job, Job, Job];
  /** Its share of the team's work, 1 being the usual. */
  readonly weight: number;
  readonly folders: readonly string[];
  readonly extension: string;
  readonly binaries?: readonly string[];
  readonly coverage: { readonly format: 'lcov' | 'cobertura'; readonly percent: Trend };
}

/** A team as the generator plays it. Pairs are trends over its time. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly groups: readonly {
    readonly name: string;
    readonly repositories: readonly { readonly name: string; readonly defaultBranch?: string }[];
  }[];
  readonly repositories: readonly Repository[];
  readonly people: readonly string[];
  /** Begins of its issues' ids. */
  readonly issuePrefix: string;
  /** Days before the end at which its data begins; the whole time where left out. */
  readonly lastDays?: number;
  /** Pull requests by repository and working day. */
  readonly changesPerDay: Trend;
  /** Working hours until a pull request is first looked at. */
  readonly reviewHours: Trend;
  /** The typical size of a commit in added lines. */
  readonly lines: Trend;
  /** How often a push has a fault that a job finds. */
  readonly faults: Trend;
  /** Factor of the jobs' minutes. */
  readonly slowness: Trend;
  /** Median seconds that a job waits. */
  readonly queueSeconds: Trend;
  readonly squashes: boolean;
  readonly deploys: {
    readonly production: string;
    /** Days between releases; 0: as soon as a change is merged, with `share` of them. */
    readonly everyDays: number;
    readonly share: Trend;
    readonly failures: Trend;
  };
  readonly incidentsPerMonth: Trend;
  readonly restoreHours: Trend;
  readonly bugsPerMonth: Trend;
}

/** A trend's value at a share of the time, from 0 to 1. */
export const at = ([from, to]: Trend, share: number): number =>
  from + (to - from) * Math.min(1, Math.max(0, share));
