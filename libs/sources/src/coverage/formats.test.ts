import { readdirSync } from 'node:fs';
import { CoverageFormat } from '@codemetrics/contracts';
import { expect, test } from 'vitest';
import { COVERAGE_FORMATS } from './formats.ts';

test('every folder here is a format of the registry and of the contract', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect(Object.keys(COVERAGE_FORMATS).sort()).toEqual(folders.sort());
  expect(folders).toEqual([...CoverageFormat.options].sort());
  for (const [id, format] of Object.entries(COVERAGE_FORMATS)) expect(format.id).toBe(id);
});
