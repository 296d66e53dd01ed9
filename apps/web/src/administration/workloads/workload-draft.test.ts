import { expect, test } from 'vitest';
import type { Workload } from '@codemetrics/contracts';
import { complaintsOf, fromDraft, toDraft } from './workload-draft.ts';

const WORKLOAD: Workload = {
  id: 'shop',
  name: 'Shop',
  description: 'All of it',
  tags: { department: 'sales' },
  repositoryGroups: [
    {
      name: 'backend',
      repositories: [{ name: 'acme/shop-*', defaultBranch: 'trunk' }, { name: 'acme/api' }],
    },
  ],
  services: ['SHOP'],
  workingHours: { timezone: 'Europe/Berlin', days: ['monday', 'friday'], start: '08:00', end: '16:00' },
  runnerRates: { 'ubuntu-latest': 0.008 },
  created: '2026-01-01T00:00:00.000Z',
  updated: '2026-01-01T00:00:00.000Z',
};

test('a workload that is opened and saved stays as it is', () => {
  const { created: _created, updated: _updated, ...rest } = WORKLOAD;
  expect(fromDraft(toDraft(WORKLOAD))).toEqual(rest);
  expect(Object.values(complaintsOf(toDraft(WORKLOAD))).filter(Boolean)).toEqual([]);
});

test('rows that were left empty are left out', () => {
  const draft = { ...toDraft(undefined), id: 'new', name: 'New', tags: [['', '']] as const, rates: [] };
  expect(fromDraft(draft)).toMatchObject({ tags: {}, repositoryGroups: [{ name: 'all', repositories: [] }] });
});

test('half a row is complained about', () => {
  const draft = { ...toDraft(WORKLOAD), tags: [['a', '']] as const, rates: [['x', 'y']] as const };
  expect(complaintsOf(draft)).toMatchObject({ tags: expect.any(String), runnerRates: expect.any(String) });
});
