import { describe, expect, test } from 'vitest';
import { chunked, fixture, parse, refusal } from '../test-reports.ts';

const merged = fixture('./lcov/fixtures/merged.info');
const expected = {
  format: 'lcov',
  files: 3,
  // checkout.ts 1, 2, 3, 5 and price.cs 10, 11, 12; hit are 1, 2 (in the second record), 10 and 11.
  lines: { covered: 4, total: 7 },
  branches: { covered: 3, total: 4 },
};

describe('LCOV', () => {
  test('counts each line and branch of each file once, whatever the summaries say', async () => {
    expect(await parse(merged)).toEqual(expected);
    expect(await parse(merged.replaceAll('\n', '\r\n'))).toEqual(expected);
    expect(await parse(`\uFEFF\n\n${merged}`, { format: 'lcov' })).toEqual(expected);
  });

  test('reads the same from chunks of any size', async () => {
    for (const size of [1, 2, 7, 64, 1000]) expect(await parse(chunked(merged, size))).toEqual(expected);
    expect(await parse(chunked(Buffer.from(`\uFEFF${merged}`), 3))).toEqual(expected);
  });

  test('a report without branches says so, and one of summaries alone has no lines', async () => {
    expect(await parse('SF:a\nDA:1,1\nend_of_record')).toMatchObject({
      lines: { covered: 1, total: 1 },
      branches: null,
    });
    expect(await parse('TN:\nSF:a\nLF:9\nLH:9\nend_of_record\n')).toMatchObject({
      files: 1,
      lines: { total: 0 },
    });
    expect(await parse('TN:\n')).toMatchObject({ files: 0, lines: { covered: 0, total: 0 } });
  });

  test('a here-document’s EOF between records is passed over', async () => {
    expect(await parse('SF:a\nDA:1,1\nend_of_record\nEOF\n')).toMatchObject({ files: 1 });
    expect(await refusal('SF:a\nEOF\nend_of_record\n')).toBe(
      'invalid-report: line 2: "EOF" is no LCOV record',
    );
  });

  test('a report that was cut off is refused', async () => {
    for (const cut of ['SF:a\nDA:1,1\n', 'SF:a\nDA:1,', 'SF:a\nDA:1,1\nend_of_rec']) {
      expect(await refusal(cut)).toMatch(
        /^invalid-report: line \d: the report ends in the middle of the record begun on/,
      );
    }
    expect(await refusal('SF:a\nDA:1,1\nSF:b\nend_of_record\n')).toBe(
      'invalid-report: line 3: SF before the end_of_record of the record begun on line 1',
    );
  });

  test.each([
    ['SF:a\nDA:1,1\nhello there\n', 'line 3: "hello there" is no LCOV record'],
    ['TN:\nDA:1,1\n', 'line 2: DA stands outside of a record (no SF before it)'],
    ['\n\nTN:\nBRDA:1,0,0,1\n', 'line 4: BRDA stands outside of a record (no SF before it)'],
    ['SF:a\nDA:x,1\n', 'line 2: bad line number in "x,1"'],
    ['SF:a\nDA:-1,1\n', 'line 2: bad line number in "-1,1"'],
    ['SF:a\nDA:,1\n', 'line 2: bad line number in ",1"'],
    ['SF:a\nDA:1\n', 'line 2: bad line number in "1"'],
    ['SF:a\nDA:4294967297,1\n', 'line 2: bad line number in "4294967297,1"'],
    ['SF:a\nDA:1,\n', 'line 2: bad DA "1,"'],
    ['SF:a\nDA:1,many\n', 'line 2: bad DA "1,many"'],
    ['SF:a\nBRDA:1,0,1\n', 'line 2: bad BRDA "1,0,1"'],
    ['SF:a\nBRDA:1,0,0,x\n', 'line 2: bad BRDA "1,0,0,x"'],
  ])('%j is refused by its line', async (report, detail) => {
    expect(await refusal(report)).toBe(`invalid-report: ${detail}`);
  });

  test('limits hold', async () => {
    const record = (name: string): string => `SF:${name}\nDA:1,1\nDA:2,1\nend_of_record\n`;
    expect(await refusal(record('a'.repeat(5000)))).toContain('a file name is longer than 4096 characters');
    expect(await refusal(record('a') + record('b'), { limits: { files: 1 } })).toContain('more than 1 files');
    expect(await refusal(record('a') + record('b'), { limits: { lines: 3 } })).toContain(
      'over 3 distinct lines',
    );
    expect(await refusal(`TN:\nSF:${'a'.repeat(3_000_000)}`)).toBe(
      'invalid-report: line 2: longer than 1048576 characters',
    );
    const named = 'SF:a\nBRDA:1,0,x,1\nBRDA:1,0,y,1\nend_of_record\n';
    expect(await refusal(named, { limits: { branchNames: 1 } })).toContain(
      'over 1 distinct names of branches',
    );
  });
});
