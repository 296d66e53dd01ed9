import type { CoverageFormat } from '@codemetrics/contracts';
import { cobertura } from './cobertura/index.ts';
import type { CoverageFormatReader } from './coverage-report.ts';
import { lcov } from './lcov/index.ts';
import type { ReportHead } from '../report/report-head.ts';

/** Every report format that is read: one folder here each. */
export const COVERAGE_FORMATS: Readonly<Record<CoverageFormat, CoverageFormatReader>> = { lcov, cobertura };

/** Formats that are recognised only to say so: by name, and how they begin. */
export const OTHER_FORMATS: readonly { title: string; recognises(head: ReportHead): boolean }[] = [
  {
    title: 'Clover',
    recognises: ({ root }) =>
      root?.name === 'coverage' &&
      (root.attributes['generated'] !== undefined || root.attributes['clover'] !== undefined),
  },
  { title: 'JaCoCo', recognises: ({ root }) => root?.name === 'report' },
  { title: 'OpenCover', recognises: ({ root }) => root?.name === 'CoverageSession' },
  { title: 'Go cover profile', recognises: ({ text }) => /^mode: (set|count|atomic)\s/.test(text) },
  { title: 'JSON', recognises: ({ text }) => /^[[{]/.test(text) },
];
