export { parseSarif, SARIF_LIMITS } from './parse-sarif.ts';
export type { ParseSarifOptions } from './parse-sarif.ts';
export type { SarifLimits } from './sarif-parser.ts';
export type { Finding, SarifLevel, SarifReport, SarifRun } from './sarif-report.ts';
