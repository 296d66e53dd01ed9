import { describe, expect, test } from 'vitest';
import { chunked, parse, refusal } from '../test-reports.ts';

const at = (line: number) => ({ start: { line, column: 0 }, end: { line: line + 3, column: null } });
const FINAL = JSON.stringify({
  'src/ü.ts': {
    path: 'src/ü.ts',
    statementMap: { 0: at(1), 1: at(1), 2: at(5) },
    fnMap: {},
    branchMap: { 0: {} },
    s: { 0: 0, 1: 3, 2: 0 },
    f: {},
    b: { 0: [1, 0], 1: [0, 0, 2] },
  },
  __proto__x: { statementMap: {}, s: {} },
});
const totals = (covered: number, total: number) => ({ total, covered, skipped: 0, pct: 1 });
const summary = (name: string, covered: number, total: number) => ({
  [name]: { lines: totals(covered, total), statements: totals(99, 99), branches: totals(1, 2) },
});

describe('Istanbul', () => {
  test('of coverage-final.json: lines on which statements begin, and branches', async () => {
    expect(await parse(FINAL)).toEqual({
      format: 'istanbul',
      files: 2,
      lines: { covered: 1, total: 2 },
      branches: { covered: 2, total: 5 },
    });
  });

  test('of coverage-summary.json: the files’ sums; the total where no file stands beside it', async () => {
    const report = JSON.stringify({
      ...summary('total', 50, 60),
      ...summary('a', 3, 4),
      ...summary('b', 0, 6),
    });
    expect(await parse(report)).toMatchObject({
      files: 2,
      lines: { covered: 3, total: 10 },
      branches: { covered: 2, total: 4 },
    });
    expect(await parse(JSON.stringify(summary('total', 50, 60)))).toMatchObject({
      files: 0,
      lines: { covered: 50, total: 60 },
    });
  });

  test('hits may stand before the statements, and one without the other does not count', async () => {
    const report = { a: { s: { 0: 1, 1: 0, 7: 5 }, statementMap: { 0: at(4), 1: at(4), 2: at(9) } } };
    expect((await parse(JSON.stringify(report))).lines).toEqual({ covered: 1, total: 1 });
  });

  test('names of Object.prototype are names like others', async () => {
    const file =
      '{"statementMap":{"__proto__":{"start":{"line":3}}},"s":{"__proto__":2},"b":{"constructor":[1,0]}}';
    expect(await parse(`{"__proto__":${file}}`)).toEqual({
      format: 'istanbul',
      files: 1,
      lines: { covered: 1, total: 1 },
      branches: { covered: 1, total: 2 },
    });
  });

  test('a summary of no file at all is one', async () => {
    const none = '{"total":{"lines":{"total":0,"covered":0,"skipped":0,"pct":"Unknown"}}}';
    expect(await parse(none)).toMatchObject({ files: 0, lines: { covered: 0, total: 0 }, branches: null });
  });

  test('reads the same wherever the stream is cut', async () => {
    const whole = await parse(FINAL);
    for (let size = 1; size < 60; size++) expect(await parse(chunked(FINAL, size))).toEqual(whole);
  });

  test.each([
    ['{"total": {"lines": {"total": 5, "covered": 6}}}', '"total": lines: covers more than there is'],
    ['{"a": {"statementMap": {"0": {"start": {"line": -1}}}, "s": {}}}', '"a": statementMap.0.start.line'],
    ['{"a": {"statementMap": {}, "s": {"0": 1e400}}}', '"a": s.0'],
    ['{"a": {"statementMap": {}, "s": {"0": -1}}}', '"a": s.0 is no count'],
    ['{"a": {"statementMap": {"0": {}}, "s": {}}}', 'line 1: "a": statementMap.0 has no start.line'],
    ['{"a": {"statementMap": {}},\n"b": {}}', 'line 2: "b": it has neither a statementMap nor totals'],
    ['{"a": {"lines": {"total": 5}}}', '"a": lines: total or covered is missing'],
    ['{"a": {"lines": {"total": 2000000000, "covered": 0}}}', 'over 20000000 distinct lines'],
    [`{"a": {"statementMap": {"0": ${'['.repeat(1000)}`, 'nested more than 100 deep'],
    [`{"a": {"statementMap": {"0": "${'x'.repeat(2_000_000)}`, 'longer than 1048576 characters'],
    ['{"a": {"statementMap": {}, "s": {}}', 'the report ends in the middle'],
    ['{"version": "2.1.0"}', 'unknown-report-format: the report looks like JSON'],
  ])('refuses %j', async (report, message) => {
    expect(await refusal(report)).toContain(message);
  });

  test('refuses one that is only named so', async () => {
    expect(await refusal('{}', { format: 'istanbul' })).toContain('the report looks like JSON');
  });
});
