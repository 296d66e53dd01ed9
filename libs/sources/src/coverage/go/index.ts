import type { CoverageFormatReader } from '../coverage-report.ts';
import { GoParser } from './go-parser.ts';

/** Go's cover profile (`go test -coverprofile`). */
export const go: CoverageFormatReader = {
  id: 'go',
  title: 'Go cover profile',
  recognises: ({ text }) => /^mode: (set|count|atomic)\s/.test(`${text.slice(0, 40)}\n`),
  open: (tally, limits, firstLine) => new GoParser(tally, limits, firstLine),
};
