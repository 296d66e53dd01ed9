import { describe, expect, test } from 'vitest';
import { chunked, parse, refusal } from './test-reports.ts';

const record = 'SF:a\nDA:1,1\nend_of_record\n';
const xml = '<coverage line-rate="1"><packages/></coverage>';
const bytes = (...parts: (string | number[])[]): AsyncIterable<Uint8Array> =>
  chunked(Buffer.concat(parts.map((part) => Buffer.from(part as string))), 5);

describe('which format it is', () => {
  test.each([
    ['', 'invalid-report: the report is empty'],
    [' \n\t\r\n ', 'invalid-report: the report is empty'],
    [
      'hello',
      'unknown-report-format: the report begins like none of them; LCOV, Cobertura, JaCoCo, Clover, Go cover profile and Istanbul are read',
    ],
    [
      '{"total":{}}',
      'unknown-report-format: the report looks like JSON; LCOV, Cobertura, JaCoCo, Clover, Go cover profile and Istanbul are read',
    ],
    [
      '<html><body/></html>',
      'unknown-report-format: the root element <html> is of no known report; LCOV, Cobertura, JaCoCo, Clover, Go cover profile and Istanbul are read',
    ],
  ])('%j is refused', async (report, expected) => {
    expect(await refusal(report)).toBe(expected);
    expect(await refusal(chunked(report, 3))).toBe(expected);
  });

  test('a named format whose content is another is refused', async () => {
    expect(await refusal(xml, { format: 'lcov' })).toBe(
      'invalid-report: the format is named as LCOV, but the report looks like Cobertura',
    );
    expect(await refusal(record, { format: 'cobertura' })).toBe(
      'invalid-report: the format is named as Cobertura, but the report looks like LCOV',
    );
    expect(await refusal('<report/>', { format: 'cobertura' })).toContain('looks like JaCoCo');
    expect(await refusal('<html/>', { format: 'cobertura' })).toBe(
      'invalid-report: the report is not Cobertura: root element <html>, not <coverage>',
    );
    expect(await refusal('hello', { format: 'lcov' })).toContain('is no LCOV record');
  });

  test('comments and blank lines may come first', async () => {
    expect(await parse(`\n# made by hand\n\n#\n${record}`)).toMatchObject({ format: 'lcov', files: 1 });
    expect(await parse(`${'\n'.repeat(200_000)}<!-- ${'x'.repeat(9000)} -->${xml}`)).toMatchObject({
      format: 'cobertura',
    });
    expect(await refusal(`${'\n'.repeat(200_000)}TN:\njunk\n`)).toContain('line 200002: "junk"');
  });
});

describe('what is no text', () => {
  test('NUL, invalid UTF-8 and UTF-16 are refused', async () => {
    expect(await refusal('SF:a\0b\n')).toBe(
      'invalid-report: the report contains a NUL character; it is no text',
    );
    expect(await refusal(bytes('SF:a', [0], '\n'))).toContain('NUL character');
    expect(await refusal(bytes('SF:a', [0xc3, 0x28], record))).toBe(
      'invalid-report: the report is not valid UTF-8',
    );
    expect(await refusal(bytes(record, [0xe2, 0x82]))).toBe('invalid-report: the report is not valid UTF-8');
    for (const text of [Buffer.from(`\uFEFF${xml}`, 'utf16le'), Buffer.from(xml, 'utf16le')]) {
      expect(await refusal(chunked(text, 1000))).toBe(
        'invalid-report: the report is written in UTF-16; save it as UTF-8',
      );
    }
  });

  test('a character that spans chunks is read whole', async () => {
    const report = 'SF:src/größe-🎯.ts\nDA:1,1\nend_of_record\nSF:src/größe-🎯.ts\nDA:1,0\nend_of_record\n';
    for (const size of [1, 2, 3])
      expect(await parse(chunked(report, size))).toMatchObject({ files: 1, lines: { total: 1 } });
  });
});

describe('the cost of a report', () => {
  test('a report over maxBytes is refused, counted in bytes', async () => {
    const report = `SF:${'ä'.repeat(50)}\nend_of_record\n`;
    expect(await parse(report, { maxBytes: Buffer.byteLength(report) })).toMatchObject({ files: 1 });
    const refused = `payload-too-large: the report is larger than ${report.length} bytes`;
    expect(await refusal(report, { maxBytes: report.length })).toBe(refused);
    expect(await refusal(chunked(report, 10), { maxBytes: report.length })).toBe(refused);
  });

  test('the source is closed when reading fails', async () => {
    let closed = false;
    const source = async function* (): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield Buffer.from('junk\n'.repeat(50_000));
      } finally {
        closed = true;
      }
    };
    expect(await refusal(source())).toContain('unknown-report-format');
    expect(closed).toBe(true);
  });

  test('a report that takes too long is refused', async () => {
    expect(await refusal(record.repeat(100_000), { limits: { workMs: 0 } })).toContain('takes too long');
  });

  test('a report that claims more branches than can be stored is refused', async () => {
    const row = (nr: number): string => `<line nr="${nr}" ci="1" cb="1000000"/>`;
    const rows = Array.from({ length: 200 }, (_, nr) => row(nr)).join('');
    expect(
      await refusal(`<report><package name="p"><sourcefile name="a">${rows}</sourcefile></package></report>`),
    ).toBe('invalid-report: over 100000000 branches');
  });

  test('the event loop gets its turns during one huge string or chunk', async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => `DA:${index},1\n`).join('');
    const report = `SF:a\n${rows}end_of_record\n`.repeat(400);
    for (const source of [report, chunked(report, report.length)]) {
      let turns = 0;
      let running = true;
      const turn = (): void => {
        turns++;
        if (running) setImmediate(turn);
      };
      setImmediate(turn);
      expect(await parse(source)).toMatchObject({ files: 1, lines: { total: 2000 } });
      running = false;
      expect(turns).toBeGreaterThanOrEqual(Math.floor(report.length / (256 * 1024)) - 1);
    }
  });
});
