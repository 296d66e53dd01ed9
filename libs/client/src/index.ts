export type { Call, CodeMetricsClient, InputOf, OutputOf } from './calls.ts';
export type { FailureDetails, ProblemError, TransportCode } from './code-metrics-error.ts';
export { CodeMetricsError, isProblem } from './code-metrics-error.ts';
export { createClient } from './create-client.ts';
export type { CallOptions, ClientOptions, RetryOptions, TokenSource } from './options.ts';
export type { Page, PagedCall, RowOf } from './pagination.ts';
export { pages, paginate } from './pagination.ts';
export type { CoverageParameters } from './upload-coverage.ts';
export { uploadCoverage } from './upload-coverage.ts';
