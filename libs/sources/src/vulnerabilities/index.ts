export { parseSarif } from './parse-sarif.ts';
export type { ParseSarifOptions } from './parse-sarif.ts';
export { SARIF_LIMITS } from './sarif-limits.ts';
export type { SarifLimits } from './sarif-limits.ts';
export type { Finding, SarifLevel, SarifReport, SarifRun } from './sarif-report.ts';
