import { expect, test } from 'vitest';
import type { Workload } from '@codemetrics/contracts';
import { fieldOf, parseFile, toFile } from './workload-file.ts';

const WORKLOAD: Workload = {
  id: 'shop',
  name: 'Shop',
  description: '',
  tags: {},
  repositoryGroups: [],
  services: [],
  workingHours: null,
  runnerRates: {},
  created: '2026-01-01T00:00:00.000Z',
  updated: '2026-01-01T00:00:00.000Z',
};

test('the present set can be read again, without what the server adds', () => {
  const read = parseFile(toFile([WORKLOAD]));
  const { created: _created, updated: _updated, ...rest } = WORKLOAD;
  expect(read).toEqual({ workloads: [rest] });
});

test('a bare list is taken, anything else is complained about', () => {
  expect(parseFile('[{"id":"a"}]')).toEqual({ workloads: [{ id: 'a' }] });
  for (const text of ['', '{', '{}', 'null', '5', '{"workloads":{}}'])
    expect(parseFile(text)).toEqual({ complaint: expect.any(String) });
});

test('a field that is left out has its default', () => {
  expect(fieldOf({ id: 'a' }, 'tags')).toEqual({});
  expect(fieldOf({ id: 'a', tags: { x: 'y' } }, 'tags')).toEqual({ x: 'y' });
});
