import { describe, expect, test } from 'vitest';
import { chunked, fixture, parse, refusal } from '../test-reports.ts';

const merged = fixture('./cobertura/fixtures/merged.xml');
const expected = {
  format: 'cobertura',
  files: 2,
  // Lines 1 to 4 of checkout.cs; 3 is never hit.
  lines: { covered: 3, total: 4 },
  // Line 2: at most 1 covered, at most 4 in all.
  branches: { covered: 1, total: 4 },
};
const around = (content: string): string =>
  `<coverage line-rate="1"><packages>${content}</packages></coverage>`;
const line = (attributes: string): string =>
  around(
    `<package><classes><class filename="a"><lines>\n<line ${attributes}/></lines></class></classes></package>`,
  );

describe('Cobertura', () => {
  test('counts each line of each file once, and no line of a method', async () => {
    expect(await parse(merged)).toEqual(expected);
    expect(await parse(`\uFEFF\n  ${merged}`, { format: 'cobertura' })).toEqual(expected);
    for (const size of [1, 5, 64, 1000]) expect(await parse(chunked(merged, size))).toEqual(expected);
  });

  test('an empty report is one', async () => {
    expect(await parse('<coverage line-rate="0"/>')).toMatchObject({ files: 0, branches: null });
    expect(await parse('<coverage><packages/></coverage>')).toMatchObject({ files: 0, lines: { total: 0 } });
  });

  test('other reports with a <coverage> root are not taken for it', async () => {
    const clover =
      '<coverage generated="1" clover="3.2.0"><project timestamp="1"><metrics/></project></coverage>';
    expect((await parse(clover)).format).toBe('clover');
    expect(await refusal('<coverage><project/></coverage>')).toMatch(/^unknown-report-format: .*<project>/);
    const sonar =
      '<coverage version="1"><file path="a"><lineToCover lineNumber="1" covered="true"/></file></coverage>';
    expect(await refusal(sonar)).toMatch(/^unknown-report-format: .*<file> directly/);
    expect(await refusal(sonar, { format: 'cobertura' })).toMatch(/^invalid-report: .*<file> directly/);
    expect(await refusal('<coverage version="1"/>')).toMatch(/^unknown-report-format: .*neither line-rate/);
  });

  test('a truncated report is refused by its line', async () => {
    for (let length = 700; length < merged.length - 2; length += 97) {
      expect(await refusal(merged.slice(0, length))).toMatch(
        /^invalid-report: line \d+: the report ends inside the element/,
      );
    }
    expect(await refusal('<coverage line-rate="1"')).toMatch(
      /^unknown-report-format: |^invalid-report: line 1/,
    );
  });

  test.each([
    ['number="x" hits="1"', 'line 2: a line has the bad number "x"'],
    ['hits="1"', 'line 2: a line has the bad number ""'],
    ['number="1"', 'line 2: a line has the bad hits ""'],
    ['number="1" hits="1,0"', 'line 2: a line has the bad hits "1,0"'],
    ['number="9999999999" hits="1"', 'line 2: a line has the bad number "9999999999"'],
    [
      'number="1" hits="1" condition-coverage="150% (3/2)"',
      'line 2: a line has the impossible condition-coverage "150% (3/2)"',
    ],
    [
      'number="1" hits="1" condition-coverage="0% (0/99999999)"',
      'line 2: a line has the impossible condition-coverage "0% (0/99999999)"',
    ],
    ['number="1" number="1" hits="1"', 'line 2: the XML is not well-formed: duplicate attribute: number.'],
    ['number="&nbsp;"', 'line 2: the XML is not well-formed: undefined entity.'],
    ['number="&constructor;"', 'line 2: the XML is not well-formed: undefined entity.'],
  ])('<line %s> is refused', async (attributes, detail) => {
    expect(await refusal(line(attributes))).toBe(`invalid-report: ${detail}`);
  });

  test('a class without a file name is refused', async () => {
    expect(await refusal(around('<class name="A"/>'))).toBe(
      'invalid-report: line 1: a class has no filename',
    );
  });
});
