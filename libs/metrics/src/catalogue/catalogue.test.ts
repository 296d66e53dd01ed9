import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Dimension, Metric } from '@codemetrics/contracts';
import { describeMetric, exclusionsOf } from '../define-metric.ts';
import { CATALOGUE, findMetric } from './index.ts';

/** Files of this folder that several metrics share. */
const SHARED = [
  'bugs.ts',
  'change-category.ts',
  'changed-files.ts',
  'commit-hours.ts',
  'completed-runs.ts',
  'counted-commits.ts',
  'coverage-reports.ts',
  'index.ts',
  'issue-links.ts',
  'measured-totals.ts',
  'merged-changes.ts',
  'production-deployments.ts',
];
const PAGE = new URL('../../../../docs/metrics.md', import.meta.url);

const files = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !SHARED.includes(file))
  .map((file) => file.slice(0, -'.ts'.length));

describe('the catalogue', () => {
  test('holds every metric of this folder once, under the name of its file', () => {
    expect(CATALOGUE.map((metric) => metric.id).sort()).toEqual(files.sort());
    for (const shared of SHARED) expect(existsSync(new URL(shared, import.meta.url))).toBe(true);
  });

  test('finds a metric by its id alone', () => {
    for (const metric of CATALOGUE) expect(findMetric(metric.id)).toBe(metric);
    for (const id of ['', 'constructor', 'Pipeline-Runs', '__proto__'])
      expect(findMetric(id)).toBeUndefined();
  });

  describe.each(CATALOGUE.map((metric) => [metric.id, metric] as const))('%s', (id, metric) => {
    test('says what it is', () => {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(metric.title).toMatch(/^[A-Z].*[^.]$/);
      expect(metric.description).toMatch(/^[A-Z].*\.$/);
      expect(metric.definition).toMatch(/\.$/);
      expect(metric.definition.length).toBeGreaterThan(80);
      expect(metric.definition).toMatch(
        {
          gauge: /carried forward/,
          stock: /at the end of the bucket/,
          table: /over the range/,
          event: /in the bucket/,
        }[
          metric.measure.kind === 'gauge' ||
          metric.measure.kind === 'stock' ||
          metric.measure.kind === 'table'
            ? metric.measure.kind
            : 'event'
        ],
      );
    });

    test('has a definition for all that it leaves out', () => {
      const exclusions = exclusionsOf(metric);
      expect(metric.definition.includes('`excluded`')).toBe(exclusions.length > 0);
    });

    test('fills its gaps as its kind must: a count with zero, a state with the one before, others not at all', () => {
      const fills = {
        count: ['zero'],
        // What is unknown without a rate must not look like nothing spent.
        sum: ['zero', 'null'],
        mean: ['null'],
        ratio: ['null'],
        distribution: ['null'],
        gauge: ['previous'],
        stock: ['previous'],
        table: ['null'],
      };
      expect(fills[metric.measure.kind]).toContain(metric.fill);
    });

    test('has bands that cover every figure once, by year, newest first', () => {
      const years = (metric.bands ?? []).map((one) => one.year);
      expect(years).toEqual([...years].sort((a, b) => b - a));
      for (const { levels } of metric.bands ?? [])
        for (let figure = 0; figure < 1e8; figure = figure * 1.1 + 0.01)
          expect(
            levels.filter(
              ({ from, to }) => (from === null || figure >= from) && (to === null || figure < to),
            ),
          ).toHaveLength(1);
    });

    test('knows each of its dimensions once, workload and tag among them', () => {
      expect(new Set(metric.dimensions).size).toBe(metric.dimensions.length);
      expect(metric.dimensions).toEqual(expect.arrayContaining(['workload', 'tag']));
      for (const dimension of metric.dimensions) expect(Dimension.options).toContain(dimension);
    });

    test('takes no parameters as its defaults, refuses unknown ones, and is described by the contract', () => {
      expect(metric.parameters.safeParse({}).success).toBe(true);
      expect(metric.parameters.safeParse({ nonsense: 1 }).success).toBe(false);
      expect(Metric.strict().parse(describeMetric(metric))).toMatchObject({ id, kind: metric.measure.kind });
    });
  });
});

describe.runIf(existsSync(PAGE))('docs/metrics.md', () => {
  const sections = new Map(
    (existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '')
      .split(/^## /m)
      .slice(1)
      .map((section) => [/^`([^`]+)`/.exec(section)?.[1] ?? '', section] as const)
      .filter(([id]) => id !== ''),
  );
  const bullet = (section: string, name: string) => new RegExp(`^- ${name}: (.*)$`, 'm').exec(section)?.[1];
  const listed = (values: readonly string[]) =>
    values.map((one) => (one === 'tag' ? '`tag:KEY`' : `\`${one}\``)).join(', ');

  test('has a section for each metric, in the catalogue’s order, and for nothing else', () => {
    expect([...sections.keys()]).toEqual(CATALOGUE.map((metric) => metric.id));
  });

  test.each(CATALOGUE.map((metric) => [metric.id, metric] as const))(
    '%s stands there word for word',
    (id, metric) => {
      const section = sections.get(id) ?? '';
      expect(section).toContain(`\n\n${metric.definition}\n`);
      expect(section).toContain(metric.title);
      const parameters = describeMetric(metric).parameters['properties'] as Record<string, unknown>;
      expect({
        unit: bullet(section, 'Unit'),
        better: bullet(section, 'Better'),
        fill: bullet(section, 'Where nothing happened'),
        dimensions: bullet(section, 'Group by'),
        data: bullet(section, 'Data'),
      }).toEqual({
        unit: metric.unit,
        better: { up: 'higher', down: 'lower', none: 'neither' }[metric.direction],
        fill: `\`${metric.fill}\``,
        dimensions: listed(metric.dimensions),
        data: listed(metric.data),
      });
      for (const name of Object.keys(parameters))
        expect(bullet(section, 'Parameters')).toContain(`\`${name}\``);
      if (Object.keys(parameters).length === 0) expect(bullet(section, 'Parameters')).toBe('none');
    },
  );
});
