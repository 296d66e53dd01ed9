/** A change of the source that takes a guard away. */
export interface Edit {
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
}

/** Something that keeps harm away, and the test that must fail without it. */
export interface Guard {
  /** What it promises, in one line. */
  readonly promise: string;
  readonly edits: readonly Edit[];
  readonly project: 'unit' | 'api' | 'browser';
  /** The test file that shows it. */
  readonly test: string;
  /** Only the tests whose names hold this. */
  readonly named?: string;
}
