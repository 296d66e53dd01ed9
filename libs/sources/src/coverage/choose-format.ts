import { DomainError } from '@codemetrics/contracts';
import type { CoverageFormat } from '@codemetrics/contracts';
import type { CoverageFormatReader } from './coverage-report.ts';
import { COVERAGE_FORMATS, OTHER_FORMATS } from './formats.ts';
import { invalidReport } from '../report/invalid-report.ts';
import type { ReportHead } from '../report/report-head.ts';

/**
 * The reader for a report: the one that recognises it, or the one that is named.
 *
 * Throws `unknown-report-format` where none is named and none recognises it, `invalid-report` where the text is
 * empty, broken XML, or plainly of another format than the one named.
 */
export const chooseFormat = (head: ReportHead, named: CoverageFormat | undefined): CoverageFormatReader => {
  if (head.text === '') throw invalidReport('the report is empty');
  const found = Object.values(COVERAGE_FORMATS).find((format) => format.recognises(head));
  const looksLike = found ?? OTHER_FORMATS.find((format) => format.recognises(head));
  if (named) {
    const wanted = COVERAGE_FORMATS[named];
    if (looksLike && looksLike !== wanted) {
      throw invalidReport(
        `the format is named as ${wanted.title}, but the report looks like ${looksLike.title}`,
      );
    }
    return wanted;
  }
  if (found) return found;
  if (head.refused) throw head.refused;
  const titles = Object.values(COVERAGE_FORMATS).map((format) => format.title);
  const readable = `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)!}`;
  const what = looksLike
    ? `the report looks like ${looksLike.title}`
    : head.root
      ? `the root element <${head.root.name.slice(0, 60)}> is of no known report`
      : 'the report begins like none of them';
  throw new DomainError('unknown-report-format', { detail: `${what}; ${readable} are read` });
};
