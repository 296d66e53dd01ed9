import { describe, expect, test } from 'vitest';
import type { QueryResult, Series } from '@codemetrics/contracts';
import { toCsv } from './csv.ts';

const summary = { value: null, previous: null, change: null, band: null };
const result = (...results: { query: string; series: Omit<Series, 'summary'>[] }[]): QueryResult => ({
  dateRange: { start: '2026-03-02', end: '2026-03-02' },
  interval: 'day',
  timezone: 'UTC',
  asOf: '2026-03-10T12:00:00.000Z',
  results: results.map(({ query, series }) => ({
    query,
    title: query,
    unit: 'count',
    series: series.map((one) => ({ ...one, summary })),
  })),
});
const named = (repository: string | null) =>
  toCsv(
    result({ query: 'q', series: [{ group: { repository }, points: [{ date: '2026-03-02', value: 1 }] }] }),
  );
const cellFor = (repository: string | null): string =>
  /^q,count,(.*),2026-03-02,1,,,,,,\r\n$/s.exec(named(repository).slice(named('').indexOf('\r\n') + 2))![1]!;

describe('toCsv', () => {
  test('is a header alone where there is nothing', () => {
    expect(toCsv(result())).toBe('query,unit,date,value,count,p75,p90,p95,excluded,partial\r\n');
  });

  test('has a line for each point, with every figure, null and missing ones empty', () => {
    const points = [
      {
        date: '2026-03-02',
        value: -1.5,
        count: 2,
        p75: 0,
        p90: 1e21,
        p95: null,
        excluded: 3,
        partial: true as const,
      },
      { date: '2026-03-03', value: null },
    ];
    expect(
      toCsv(result({ query: 'q', series: [{ group: {}, points }] }))
        .split('\r\n')
        .slice(1),
    ).toEqual(['q,count,2026-03-02,-1.5,2,0,1e+21,,3,true', 'q,count,2026-03-03,,,,,,,', '']);
  });

  test('queries of different groups share one header', () => {
    const points = [{ date: '2026-03-02', value: 1 }];
    const text = toCsv(
      result(
        { query: 'a', series: [{ group: { workload: 'w' }, points }] },
        { query: 'b', series: [{ group: { 'tag:tier': null, workload: 'v' }, points }] },
      ),
    );
    expect(text.split('\r\n').slice(0, 3)).toEqual([
      'query,unit,workload,tag:tier,date,value,count,p75,p90,p95,excluded,partial',
      'a,count,w,,2026-03-02,1,,,,,,',
      'b,count,v,,2026-03-02,1,,,,,,',
    ]);
  });

  test.each([
    ['plain', 'plain'],
    [null, ''],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
    ['a=1', 'a=1'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=a,"b"', `"'=a,""b"""`],
  ])('writes %j as %j', (value, expected) => {
    expect(cellFor(value)).toBe(expected);
  });
});
