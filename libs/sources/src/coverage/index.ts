export { COVERAGE_LIMITS } from './coverage-limits.ts';
export type { CoverageLimits } from './coverage-limits.ts';
export type { CoverageReport, CoverageTotals } from './coverage-report.ts';
export { COVERAGE_FORMATS } from './formats.ts';
export { parseCoverage } from './parse-coverage.ts';
export type { ParseCoverageOptions } from './parse-coverage.ts';
