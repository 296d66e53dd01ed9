import type { CoverageFormatReader } from '../coverage-report.ts';
import { CoberturaParser } from './cobertura-parser.ts';

/** Cobertura XML (Cobertura, coverage.py, coverlet, gcovr, Istanbul, PHPUnit). */
export const cobertura: CoverageFormatReader = {
  id: 'cobertura',
  title: 'Cobertura',
  // Clover's root has the same name and tells itself apart by these; the parser looks at what is inside.
  recognises: ({ root }) =>
    root?.name === 'coverage' &&
    root.attributes['generated'] === undefined &&
    root.attributes['clover'] === undefined,
  open: (tally, limits, firstLine) => new CoberturaParser(tally, limits, firstLine),
};
