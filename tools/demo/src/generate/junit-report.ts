/** One test as it ran once. */
export interface TestCase {
  readonly suite: string;
  readonly name: string;
  readonly seconds: number;
  readonly outcome: 'passed' | 'failed' | 'skipped';
}

const INSIDE = {
  passed: '',
  failed: '<failure message="expected 2, was 3"/>',
  skipped: '<skipped/>',
};

/** A JUnit document, as most runners of tests write it. */
export const junitReport = (cases: readonly TestCase[]): string => {
  const count = (outcome: TestCase['outcome']): number =>
    cases.filter((one) => one.outcome === outcome).length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="all" tests="${cases.length}" failures="${count('failed')}" errors="0" skipped="${count('skipped')}">`,
    ...cases.map(
      ({ suite, name, seconds, outcome }) =>
        `<testcase classname="${suite}" name="${name}" time="${seconds.toFixed(3)}">${INSIDE[outcome]}</testcase>`,
    ),
    '</testsuite>\n',
  ].join('\n');
};
