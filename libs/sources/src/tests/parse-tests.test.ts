import { DomainError } from '@codemetrics/contracts';
import { describe, expect, test } from 'vitest';
import { chunked } from '../coverage/test-reports.ts';
import type { ParseTestsOptions } from './parse-tests.ts';
import { parseTests } from './parse-tests.ts';

const parse = (report: string | AsyncIterable<Uint8Array>, options: Partial<ParseTestsOptions> = {}) =>
  parseTests(report, { maxBytes: 10_000_000, ...options });
const refusal = async (report: string, options: Partial<ParseTestsOptions> = {}): Promise<string> =>
  parse(report, options).then(
    (read) => `accepted: ${JSON.stringify(read)}`,
    (error: unknown) => {
      if (error instanceof DomainError) return `${error.code}: ${error.detail}`;
      throw error;
    },
  );

const REPORT = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="99" failures="98">
  <testsuite name="outer" timestamp="2026-03-02T10:00:00" tests="97">
    <properties><property name="x" value="y"/></properties>
    <testcase name="passes" classname="Cart" time="1,000.5"><system-out><![CDATA[<failure/> & more]]></system-out></testcase>
    <testcase name="fails" classname="Cart" time="0.5"><error/><failure message="a &lt; b">text</failure></testcase>
    <testsuite name="inner – ü" timestamp="2026-03-02T08:00:00+02:00">
      <testcase name="breaks"><error type="x"/></testcase>
      <testcase name="rests"><skipped/></testcase>
      <testcase name="flickers" time="nonsense"><flakyFailure/><rerunError/></testcase>
    </testsuite>
    <testcase name="passes" classname="Cart"><failure/></testcase>
    <testcase/>
  </testsuite>
</testsuites>`;

describe('parseTests', () => {
  test('counts test cases, never what suites declare, and each test once', async () => {
    const report = await parse(REPORT);
    expect(report.totals).toEqual({ total: 7, passed: 3, failed: 2, errors: 1, skipped: 1 });
    expect(report.durationSeconds).toBe(1001);
    expect(report.takenAt).toEqual(new Date('2026-03-02T06:00:00Z'));
    expect(report.cases).toEqual([
      { name: 'passes', suite: 'Cart', outcome: 'failed', durationSeconds: 1000.5, passes: 1, failures: 1 },
      { name: 'fails', suite: 'Cart', outcome: 'failed', durationSeconds: 0.5, passes: 0, failures: 1 },
      { name: 'breaks', suite: 'inner – ü', outcome: 'error', durationSeconds: null, passes: 0, failures: 1 },
      {
        name: 'rests',
        suite: 'inner – ü',
        outcome: 'skipped',
        durationSeconds: null,
        passes: 0,
        failures: 0,
      },
      {
        name: 'flickers',
        suite: 'inner – ü',
        outcome: 'passed',
        durationSeconds: null,
        passes: 1,
        failures: 2,
      },
      { name: '(unnamed)', suite: 'outer', outcome: 'passed', durationSeconds: null, passes: 1, failures: 0 },
    ]);
  });

  test('reads the same wherever the stream is cut', async () => {
    const whole = await parse(REPORT);
    for (let size = 1; size < 80; size++) expect(await parse(chunked(REPORT, size))).toEqual(whole);
  });

  test('takes the shapes that writers use: no suites around, cases alone, nothing in it', async () => {
    expect((await parse('<testsuite/>')).totals.total).toBe(0);
    expect((await parse('<testsuites name="x"/>')).cases).toEqual([]);
    expect((await parse('<testcase name="a"/>')).cases).toHaveLength(1);
    const noZone = await parse(
      '<testsuite timestamp="yesterday"><testcase name="a" file="a.py"/></testsuite>',
    );
    expect(noZone).toMatchObject({ takenAt: null, cases: [{ suite: 'a.py' }] });
  });

  test('an empty class is none: the suite around names the test then, else its file', async () => {
    const named = async (attributes: string, suites = '<testsuite name="outer"><testsuite name=" ">') => {
      const close = '</testsuite>'.repeat(suites.split('<').length - 1);
      return (await parse(`${suites}<testcase name="a" ${attributes}/>${close}`)).cases[0]!.suite;
    };
    expect(await named('classname="" class="C"')).toBe('C');
    expect(await named('classname=" "')).toBe('outer');
    expect(await named('file="a.py"', '<testsuite>')).toBe('a.py');
    expect(await named('', '<testsuite>')).toBe(null);
    const same = '<testcase classname="" name="a"/>';
    const apart = `<testsuites><testsuite name="A">${same}</testsuite><testsuite name="B">${same}</testsuite></testsuites>`;
    expect((await parse(apart)).cases.map(({ suite }) => suite)).toEqual(['A', 'B']);
  });

  test('was taken when its earliest suite says, else when the root does', async () => {
    const taken = async (inner: string) =>
      (await parse(`<testsuites timestamp="2026-03-02T09:00:00Z">${inner}</testsuites>`)).takenAt;
    expect(await taken('<testsuite timestamp="2026-03-03T10:00:00"/>')).toEqual(
      new Date('2026-03-03T10:00Z'),
    );
    expect(await taken('<testsuite timestamp="0001-01-01T00:00:00"/>')).toEqual(
      new Date('2026-03-02T09:00Z'),
    );
  });

  test('what stands in output, properties or a deeper element is no outcome', async () => {
    const inside = '<system-out><failure/></system-out><properties><error/></properties>';
    const report = await parse(
      `<testsuite><failure/><testcase name="a" status="failed">${inside}</testcase></testsuite>`,
    );
    expect(report.totals).toMatchObject({ passed: 1, failed: 0, errors: 0 });
  });

  test('a failed test that was run again failed each time', async () => {
    const report = await parse(
      '<testsuite><testcase name="a"><failure/><rerunFailure/><rerunError/></testcase></testsuite>',
    );
    expect(report.cases[0]).toMatchObject({ outcome: 'failed', passes: 0, failures: 3 });
  });

  test('passes over very long output, and cuts very long names', async () => {
    // More of it than a tag may have.
    const long = 'x ] &amp; <![CDATA[]]>\n'.repeat(60_000) + 'x'.repeat(3 * 1024 * 1024);
    const report = `<testsuite><testcase name="${'n'.repeat(5000)}"><system-out>${long}</system-out><system-err><![CDATA[${long.replaceAll(']]>', ']]')}]]></system-err></testcase></testsuite>`;
    const limits = { xmlTokenLength: 1024 * 1024 };
    expect((await parse(report, { limits, maxBytes: 50_000_000 })).cases[0]!.name).toHaveLength(1000);
    const comment = report.replace('<system-out>', `<!--${long.replaceAll('-', '')}-->`);
    expect(await refusal(comment, { limits, maxBytes: 50_000_000 })).toContain(
      'longer than 1048576 characters',
    );
  });

  test.each([
    ['', 'invalid-report: the report is empty'],
    ['{"tests": 1}', 'unknown-report-format'],
    ['<html><body/></html>', 'unknown-report-format: the report is not JUnit XML: root element <html>'],
    [
      '<testsuite>\n<testcase name="a">',
      'invalid-report: line 2: the report ends inside the element <testcase>',
    ],
    ['<testsuite>\n<testcase name="a"></testsuite>', 'invalid-report: line 2'],
    [
      '<testsuite>\n<testcase><testcase/></testcase></testsuite>',
      'line 2: a <testcase> stands within another',
    ],
    ['<!DOCTYPE x [<!ENTITY a "b">]><testsuite/>', 'invalid-report: line 1: the document type declares'],
    [`${'<testsuite>'.repeat(200)}`, 'nested more than 100 deep'],
  ])('refuses %j', async (text, message) => {
    expect(await refusal(text)).toContain(message);
  });

  test('a report cut off anywhere is refused by its line', async () => {
    const first = REPORT.indexOf('<testsuites') + 1;
    for (let length = first; length < REPORT.length; length++) {
      expect(await refusal(REPORT.slice(0, length))).toMatch(/^invalid-report: line \d+: /);
    }
  });

  test('text that is none is refused', async () => {
    expect(await refusal('<testsuite>\0</testsuite>')).toContain('invalid-report: the report contains a NUL');
    const bytes = Buffer.from('<testsuite name="\u00fc"/>', 'latin1');
    await expect(parse(chunked(bytes, 5))).rejects.toMatchObject({ code: 'invalid-report' });
  });

  test('refuses more than it may hold', async () => {
    const many = `<testsuite>${'ab'
      .split('')
      .map((name) => `<testcase name="${name}"/>`)
      .join('')}</testsuite>`;
    expect(await refusal(many, { limits: { cases: 1 } })).toBe(
      'invalid-report: line 1: the report has more than 1 tests',
    );
    expect(await refusal(many, { maxBytes: 20 })).toContain('payload-too-large');
  });
});
