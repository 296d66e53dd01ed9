import type { CoverageFormatReader } from '../coverage-report.ts';
import { CloverParser } from './clover-parser.ts';

/** Clover XML (OpenClover, PHPUnit, Istanbul). */
export const clover: CoverageFormatReader = {
  id: 'clover',
  title: 'Clover',
  // Cobertura's root has the same name; only Clover's tells when, or by which version, it was generated.
  recognises: ({ root }) =>
    root?.name === 'coverage' &&
    (root.attributes['generated'] !== undefined || root.attributes['clover'] !== undefined),
  open: (tally, limits, firstLine) => new CloverParser(tally, limits, firstLine),
};
