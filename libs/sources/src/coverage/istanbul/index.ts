import type { CoverageFormatReader } from '../coverage-report.ts';
import { IstanbulParser } from './istanbul-parser.ts';

const FINAL = /"(statementMap|branchMap|fnMap)"\s*:/;
const SUMMARY = /"(lines|statements)"\s*:\s*\{\s*"total"\s*:/;

/** Istanbul JSON (`coverage-summary.json` and `coverage-final.json` of nyc, Jest, Vitest, c8). */
export const istanbul: CoverageFormatReader = {
  id: 'istanbul',
  title: 'Istanbul',
  recognises: ({ text }) => text.startsWith('{') && (FINAL.test(text) || SUMMARY.test(text)),
  open: (tally, limits, firstLine) => new IstanbulParser(tally, limits, firstLine),
};
