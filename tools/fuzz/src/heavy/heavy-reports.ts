import { gzipSync } from 'node:zlib';

/** A report that costs a careless reader much. `isPacked` where it goes with `Content-Encoding: gzip`. */
export interface HeavyReport {
  readonly what: string;
  readonly body: () => string | Uint8Array;
  readonly isPacked: boolean;
}

const MIB = 1024 * 1024;
/** Over the most that a report may be, unpacked. */
const OVER = 65 * MIB;
const LARGE = 20 * MIB;

const filled = (first: string, piece: string, last: string): string =>
  first + piece.repeat(Math.floor(LARGE / piece.length)) + last;

const bomb = (piece: string): Uint8Array =>
  gzipSync(piece.repeat(Math.ceil(OVER / piece.length)), { level: 1 });

const plain = (what: string, body: () => string): HeavyReport => ({ what, body, isPacked: false });

export const HEAVY_REPORTS: readonly HeavyReport[] = [
  { what: 'a gzip bomb of blanks', body: () => bomb(' '.repeat(1000)), isPacked: true },
  { what: 'a gzip bomb of lines', body: () => bomb('DA:1,1\n'), isPacked: true },
  { what: 'a gzip bomb of elements', body: () => bomb('<a>'), isPacked: true },
  { what: 'a gzip bomb in a gzip bomb', body: () => gzipSync(bomb('\0'.repeat(1000))), isPacked: true },
  plain('100,000 elements in each other', () => '<a>'.repeat(100_000)),
  plain('100,000 arrays in each other', () => `{"version":"2.1.0","runs":${'['.repeat(100_000)}`),
  plain('an element with very many attributes', () => filled('<testsuite ', 'a="" ', '/>')),
  plain('a very long attribute', () => `<testsuite name="${'x'.repeat(LARGE)}"/>`),
  plain('a very long name', () => `<${'x'.repeat(LARGE)}/>`),
  plain('a very long text', () => `<testsuite>${'x'.repeat(LARGE)}</testsuite>`),
  plain('a very long comment', () => `<!--${'-'.repeat(LARGE)}--><testsuite/>`),
  plain('a very long document type', () => `<!DOCTYPE t [${'<!ENTITY a "b">'.repeat(100_000)}]><testsuite/>`),
  plain('very many test cases', () => filled('<testsuite>', '<testcase name="a"/>', '</testsuite>')),
  plain('very many lines of a file', () => filled('SF:a\n', 'DA:1,1\n', 'end_of_record\n')),
  plain('very many files', () => filled('', 'SF:a\nend_of_record\n', '')),
  plain('a very long line', () => `SF:${'x'.repeat(LARGE)}\nend_of_record\n`),
  plain('very many runs of a scanner', () =>
    filled('{"version":"2.1.0","runs":[', '{"tool":{"driver":{"name":"t"}},"results":[]},', '{}]}'),
  ),
  plain('a scanner with very many findings', () =>
    filled(
      '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"t"}},"results":[',
      '{"ruleId":"a","message":{"text":"m"}},',
      '{"ruleId":"a","message":{"text":"m"}}]}]}',
    ),
  ),
  plain('a very long text in JSON', () => `{"version":"2.1.0","runs":"${'x'.repeat(LARGE)}"}`),
  plain('a very long number in JSON', () => `{"version":"2.1.0","runs":${'9'.repeat(LARGE)}}`),
];
