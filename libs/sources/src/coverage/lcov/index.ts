import type { CoverageFormatReader } from '../coverage-report.ts';
import { LcovParser } from './lcov-parser.ts';

/** LCOV tracefiles (`lcov`, `geninfo`, Istanbul, coverlet, simplecov): `SF:`, `DA:`, `BRDA:`, `end_of_record`. */
export const lcov: CoverageFormatReader = {
  id: 'lcov',
  title: 'LCOV',
  recognises: ({ text }) => /^(?:TN|SF):/.test(afterComments(text)),
  open: (tally, limits, firstLine) => new LcovParser(tally, limits, firstLine),
};

/** From the first line on that is neither blank nor a comment. */
const afterComments = (text: string): string => {
  let from = 0;
  for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
    const line = text.slice(from, to).trim();
    if (line !== '' && !line.startsWith('#')) break;
    from = to + 1;
  }
  return text.slice(from, from + 10);
};
