import { describe, expect, test } from 'vitest';
import { findEntries } from './find-entries.ts';
import type { PaletteEntry } from './palette-entry.ts';

const entry = (group: PaletteEntry['group'], label: string, keywords = ''): PaletteEntry => ({
  id: `${group} ${label}`,
  group,
  label,
  keywords,
  icon: 'chart',
  choose: () => undefined,
});

const labels = (entries: readonly PaletteEntry[], search: string): readonly string[] =>
  findEntries(entries, search).map((one) => one.label);

describe('finding entries of the palette', () => {
  test('a label that begins with what was typed comes before one that only holds it', () => {
    const entries = [entry('Metrics', 'Branch coverage'), entry('Metrics', 'Coverage of code')];
    expect(labels(entries, 'cov')).toEqual(['Coverage of code', 'Branch coverage']);
  });

  test('every word must be found, in any order, in the label or the keywords', () => {
    const entries = [entry('Screens', 'Pipelines', 'runs jobs ci'), entry('Screens', 'Code', 'coverage')];
    expect(labels(entries, 'ci pipe')).toEqual(['Pipelines']);
    expect(labels(entries, 'pipe coverage')).toEqual([]);
  });

  test('neither case nor accents matter', () => {
    expect(labels([entry('Workloads', 'Équipe Cœur É')], 'equipe')).toEqual(['Équipe Cœur É']);
  });

  test('many of one group leave room for the others', () => {
    const many = Array.from({ length: 300 }, (_, index) => entry('Workloads', `shop ${index}`));
    const found = findEntries([...many, entry('Actions', 'Open the shop')], 'shop');
    expect(found.filter((one) => one.group === 'Workloads')).toHaveLength(8);
    expect(found.at(-1)?.label).toBe('Open the shop');
  });

  test('before anything is typed the screens and actions are offered, and some workloads', () => {
    const many = Array.from({ length: 30 }, (_, index) => entry('Workloads', `team ${index}`));
    const found = findEntries(
      [entry('Actions', 'Sign out'), ...many, entry('Metrics', 'Bugs'), entry('Screens', 'Code')],
      '  ',
    );
    expect(found.map((one) => one.group)).toEqual([
      'Screens',
      ...Array.from({ length: 5 }, () => 'Workloads'),
      'Actions',
    ]);
  });

  test('signs that mean something to a pattern are only letters here', () => {
    expect(labels([entry('Screens', 'Code')], '.*')).toEqual([]);
    expect(labels([entry('Screens', 'C++ (core)')], 'c++ (')).toEqual(['C++ (core)']);
  });
});
