export { parseTests, TEST_LIMITS } from './parse-tests.ts';
export type { ParseTestsOptions, TestLimits } from './parse-tests.ts';
export type { TestCase, TestOutcome, TestReport } from './test-report.ts';
