import { DomainError } from '@codemetrics/contracts';

/** An `invalid-report` error; `line` is the 1-based line of the report, left out where there is none. */
export const invalidReport = (message: string, line?: number): DomainError =>
  new DomainError('invalid-report', { detail: line === undefined ? message : `line ${line}: ${message}` });

/** Text of a report inside a message: short, quoted, and without control characters. */
export const excerpt = (text: string): string =>
  JSON.stringify((text.length > 60 ? `${text.slice(0, 60)}…` : text).toWellFormed());
