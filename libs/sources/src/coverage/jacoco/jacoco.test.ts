import { describe, expect, test } from 'vitest';
import { chunked, parse, refusal } from '../test-reports.ts';

const REPORT = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "http://example.invalid/report.dtd">
<report name="shop"><sessioninfo id="x" start="1" dump="2"/>
<package name="acme/cart">
  <class name="acme/cart/Cart" sourcefilename="Cart.java"><method name="add" line="3"><counter type="LINE" missed="9" covered="9"/></method></class>
  <sourcefile name="Cart.java">
    <line nr="3" mi="0" ci="4" mb="1" cb="3"/><line nr="4" mi="2" ci="0" mb="0" cb="0"/><line nr="4" mi="0" ci="1" mb="0" cb="0"/>
    <counter type="LINE" missed="50" covered="50"/>
  </sourcefile>
  <sourcefile name="Empty.java"/>
</package>
<group name="other"><package name="acme/cart"><sourcefile name="Cart.java"><line nr="3" mi="1" ci="0" mb="0" cb="0"/></sourcefile></package></group>
<counter type="LINE" missed="1" covered="77"/></report>`;

describe('JaCoCo', () => {
  test('counts lines of source files once, and their branches; counters are not used', async () => {
    expect(await parse(REPORT)).toEqual({
      format: 'jacoco',
      files: 3,
      lines: { covered: 2, total: 3 },
      branches: { covered: 3, total: 4 },
    });
  });

  test('reads the same wherever the stream is cut', async () => {
    const whole = await parse(REPORT);
    for (let size = 1; size < 60; size++) expect(await parse(chunked(REPORT, size))).toEqual(whole);
  });

  test('without a single line, the report’s own counters stand', async () => {
    const counters =
      '<counter type="LINE" missed="3" covered="7"/><counter type="BRANCH" missed="1" covered="1"/>';
    expect(
      await parse(`<report name="x"><package name="p"><sourcefile name="A"/></package>${counters}</report>`),
    ).toMatchObject({
      lines: { covered: 7, total: 10 },
      branches: { covered: 1, total: 2 },
    });
  });

  test('a source file without lines is counted by its own counters, once', async () => {
    const file = '<sourcefile name="B"><counter type="LINE" missed="2" covered="4"/></sourcefile>';
    expect(await parse(REPORT.replace('<sourcefile name="Empty.java"/>', file + file))).toMatchObject({
      files: 3,
      lines: { covered: 6, total: 9 },
      branches: { covered: 3, total: 4 },
    });
  });

  test.each([
    ['<report name="x"/>', 'unknown-report-format: the report is not JaCoCo: neither'],
    ['<report>\n<package/></report>', 'invalid-report: line 2: a <package> has no name'],
    [
      '<report>\n<package name="p"><sourcefile name="a">\n<line nr="x" ci="1"/>',
      'line 3: a line has a bad number or count',
    ],
    ['<report><package name="p"><sourcefile name="a"><line nr="1" ci="-1"/>', 'bad number or count'],
    ['<report><package name="p"><sourcefile name="a"><line nr="1" ci="NaN"/>', 'bad number or count'],
    ['<report><package name="p"><sourcefile name="a"><line nr="1" cb="1000001"/>', 'too many branches'],
    ['<report><counter type="LINE" missed="-1" covered="1"/></report>', 'a counter has a bad count'],
    [`<report>${'<group name="a">'.repeat(1000)}`, 'elements are nested more than 100 deep'],
    ['<report><package name="p">', 'ends inside the element <package>'],
    ['<!DOCTYPE report [<!ENTITY a SYSTEM "file:///etc/passwd">]><report/>', 'declares entities'],
  ])('refuses %j', async (report, message) => {
    expect(await refusal(report)).toContain(message);
  });
});
