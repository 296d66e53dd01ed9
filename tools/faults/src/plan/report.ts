export interface Check {
  readonly what: string;
  readonly isKept: boolean;
  readonly found: string;
}

export type Verdict = 'PASS' | 'FAIL' | 'SKIPPED';

/** What a part has found out. */
export class Report {
  readonly figures: Record<string, number> = {};
  readonly checks: Check[] = [];
  readonly skipped: string[] = [];

  /** A figure for the table; its unit stands last in its name. */
  figure(name: string, value: number): void {
    this.figures[name] = Math.round(value * 100) / 100;
  }

  /** A figure that is taken several times; the table shows the worst. */
  worst(name: string, value: number): void {
    this.figure(name, Math.max(value, this.figures[name] ?? -Infinity));
  }

  /** A promise, whether it was kept, and what was found. */
  expect(what: string, isKept: boolean, found: number | string): void {
    this.checks.push({
      what,
      isKept,
      found: typeof found === 'number' ? String(Math.round(found * 100) / 100) : found,
    });
  }

  /** What could not be looked at here, and why. */
  skip(what: string, why: string): void {
    this.skipped.push(`${what}: ${why}`);
  }

  /** A part that has looked at nothing has shown nothing. */
  get verdict(): Verdict {
    if (this.checks.some((check) => !check.isKept)) return 'FAIL';
    if (this.checks.length > 0) return 'PASS';
    return this.skipped.length > 0 ? 'SKIPPED' : 'FAIL';
  }
}
