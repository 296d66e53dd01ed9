import { describe, expect, test } from 'vitest';
import { chunked, parse, refusal } from '../test-reports.ts';

const REPORT = `mode: atomic
acme/shop/cart.go:3.20,5.2 2 7
acme/shop/cart.go:6.20,9.2 3 0
mode: atomic
acme/shop/cart.go:6.20,9.2 3 18446744073709551615
acme/shop/odd name: x.go:1.1,1.9 1 0\r
`;

describe('Go cover profile', () => {
  test('counts statements, a block once, covered where any of its rows is', async () => {
    expect(await parse(REPORT)).toEqual({
      format: 'go',
      files: 2,
      lines: { covered: 5, total: 6 },
      branches: null,
    });
  });

  test('reads the same wherever the stream is cut, and without a last line break', async () => {
    const whole = await parse(REPORT);
    for (let size = 1; size < 60; size++) expect(await parse(chunked(REPORT, size))).toEqual(whole);
    expect(await parse(REPORT.trimEnd())).toEqual(whole);
    expect((await parse('mode: set')).lines).toEqual({ covered: 0, total: 0 });
  });

  test.each([
    ['mode: set\na.go:1.1,2.2 1', 'invalid-report: line 2: "a.go:1.1,2.2 1" is no block of a cover profile'],
    ['mode: set\nhello', 'line 2: "hello" is no block'],
    ['mode: set\na.go:1.1,2.2 -1 1', 'is no block'],
    [
      'mode: set\na.go:1.1,2.2 1 0\na.go:1.1,2.2 2 0\n',
      'line 3: "a.go:1.1,2.2 2 0" has another number of statements than before',
    ],
    ['mode: set\na.go:1.1,2.2 1 1e400', 'is no block'],
    ['mode: set\na.go:1.1,2.2 1 NaN', 'is no block'],
    [`mode: set\n${'a'.repeat(2_000_000)}`, 'line 2: longer than 1048576 characters'],
    ['mode: nonsense\n', 'unknown-report-format'],
  ])('refuses %j', async (report, message) => {
    expect(await refusal(report)).toContain(message);
  });

  test('refuses a profile that is only named so', async () => {
    expect(await refusal('a.go:1.1,2.2 1 1\n', { format: 'go' })).toContain('does not begin with its mode');
  });
});
