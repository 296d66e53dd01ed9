import { describe, expect, test } from 'vitest';
import { chunked, parse, refusal } from '../test-reports.ts';

const REPORT = `<coverage generated="1" clover="4.3.1"><project timestamp="1"><metrics statements="900" coveredstatements="900"/>
<package name="p"><file name="a.js" path="src/a.js"><class name="A"/>
  <line num="1" type="method" count="5"/><line num="2" type="stmt" count="1"/><line num="3" type="stmt" count="0"/>
  <line num="3" type="stmt" count="2"/><line num="4" type="cond" truecount="1" falsecount="0"/></file></package>
<file name="b.js"><line num="2" type="stmt" count="0"/></file></project></coverage>`;

describe('Clover', () => {
  test('counts statements’ lines once and two branches for each condition; metrics are not used', async () => {
    expect(await parse(REPORT)).toEqual({
      format: 'clover',
      files: 2,
      lines: { covered: 2, total: 3 },
      branches: { covered: 1, total: 2 },
    });
  });

  test('reads the same wherever the stream is cut', async () => {
    const whole = await parse(REPORT);
    for (let size = 1; size < 60; size++) expect(await parse(chunked(REPORT, size))).toEqual(whole);
  });

  test.each([
    ['<coverage generated="1"/>', 'unknown-report-format: the report is not Clover: no <project>'],
    ['<coverage clover="1"><project>\n<file/>', 'invalid-report: line 2: a file has neither path nor name'],
    ['<coverage clover="1"><project><file name="a"><line num="0x1" type="stmt" count="1"/>', 'bad number'],
    ['<coverage clover="1"><project><file name="a"><line num="1" type="stmt"/>', 'bad count'],
    [
      '<coverage clover="1"><project><file name="a"><line num="1" type="cond" truecount="1"/>',
      'bad falsecount',
    ],
    ['<coverage clover="1"><project>', 'ends inside the element <project>'],
  ])('refuses %j', async (report, message) => {
    expect(await refusal(report)).toContain(message);
  });

  test('the code of the tests themselves does not count', async () => {
    const tests =
      '<testproject><file name="t"><line num="1" type="stmt" count="1"/></file></testproject></coverage>';
    expect(await parse(REPORT.replace('</coverage>', tests))).toEqual(await parse(REPORT));
  });

  test('is told from Cobertura, which begins alike', async () => {
    expect(await refusal(REPORT, { format: 'cobertura' })).toContain('looks like Clover');
  });
});
