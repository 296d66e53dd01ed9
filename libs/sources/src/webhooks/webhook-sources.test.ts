import { readdirSync } from 'node:fs';
import { SourceId } from '@codemetrics/contracts';
import { expect, test } from 'vitest';
import { WEBHOOK_SOURCES } from './webhook-sources.ts';

test('every folder here is a source of the registry and of the contract', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect(Object.keys(WEBHOOK_SOURCES).sort()).toEqual(folders.sort());
  expect(folders).toEqual([...SourceId.options].sort());
  for (const [id, source] of Object.entries(WEBHOOK_SOURCES)) expect(source.id).toBe(id);
});
