import type { CoverageFormat } from '@codemetrics/contracts';
import { clover } from './clover/index.ts';
import { cobertura } from './cobertura/index.ts';
import type { CoverageFormatReader } from './coverage-report.ts';
import { go } from './go/index.ts';
import { istanbul } from './istanbul/index.ts';
import { jacoco } from './jacoco/index.ts';
import { lcov } from './lcov/index.ts';
import type { ReportHead } from '../report/report-head.ts';

/** Every report format that is read: one folder here each. */
export const COVERAGE_FORMATS: Readonly<Record<CoverageFormat, CoverageFormatReader>> = {
  lcov,
  cobertura,
  jacoco,
  clover,
  go,
  istanbul,
};

/** Formats that are recognised only to say so: by name, and how they begin. */
export const OTHER_FORMATS: readonly { title: string; recognises(head: ReportHead): boolean }[] = [
  { title: 'OpenCover', recognises: ({ root }) => root?.name === 'CoverageSession' },
  { title: 'JSON', recognises: ({ text }) => /^[[{]/.test(text) },
];
