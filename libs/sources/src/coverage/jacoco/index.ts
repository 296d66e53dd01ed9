import type { CoverageFormatReader } from '../coverage-report.ts';
import { JacocoParser } from './jacoco-parser.ts';

/** JaCoCo XML (JaCoCo, Kover, Pester). */
export const jacoco: CoverageFormatReader = {
  id: 'jacoco',
  title: 'JaCoCo',
  recognises: ({ root }) => root?.name === 'report',
  open: (tally, limits, firstLine) => new JacocoParser(tally, limits, firstLine),
};
