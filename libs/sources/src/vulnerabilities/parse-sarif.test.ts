import { DomainError } from '@codemetrics/contracts';
import { describe, expect, test } from 'vitest';
import { chunked } from '../coverage/test-reports.ts';
import type { ParseSarifOptions } from './parse-sarif.ts';
import { parseSarif } from './parse-sarif.ts';

const parse = (report: string | AsyncIterable<Uint8Array>, options: Partial<ParseSarifOptions> = {}) =>
  parseSarif(report, { maxBytes: 10_000_000, ...options });
const log = (results: readonly object[], driver: object = {}, rest: object = {}) =>
  JSON.stringify({
    $schema: 'https://example.com/sarif.json',
    // Results before the rules that they name.
    runs: [{ results, tool: { driver: { name: 'scan', ...driver }, ...rest } }],
    version: '2.1.0',
  });
const findings = async (...log_: Parameters<typeof log>) => (await parse(log(...log_))).runs[0]!.findings;
const at = (uri: string, startLine: number) => ({
  locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine } } }],
});

describe('parseSarif', () => {
  test('a result takes its level and severity from itself, else from its rule, else it is a warning', async () => {
    const rules = [
      { id: 'R0', defaultConfiguration: { level: 'note' } },
      { id: 'R1', defaultConfiguration: { level: 'error' }, properties: { 'security-severity': '7.5' } },
    ];
    const extensions = [{ name: 'more', rules: [{ id: 'X', properties: { 'security-severity': 9.1 } }] }];
    const results = [
      { ruleIndex: 0, message: { text: 'by place' } },
      { ruleId: 'R1/sub' },
      { ruleId: 'R1', level: 'note' },
      { ruleId: 'unheard of', ...at('src/a.ts', 5) },
      { rule: { id: 'X', index: 0, toolComponent: { index: 0 } } },
      { ruleId: 'R0', kind: 'review' },
    ];
    const run = (await parse(log(results, { rules }, { extensions }))).runs[0]!;
    expect(run.findings.map(({ ruleId, level, severity }) => [ruleId, level, severity])).toEqual([
      ['R0', 'note', 'low'],
      ['R1/sub', 'error', 'high'],
      ['R1', 'note', 'high'],
      ['unheard of', 'warning', 'medium'],
      ['X', 'warning', 'critical'],
    ]);
    expect(run.counts).toEqual({
      ...{ results: 6, suppressed: 0 },
      byLevel: { error: 1, warning: 2, note: 2, none: 1 },
    });
    expect(run.findings[3]).toMatchObject({ path: 'src/a.ts', line: 5, message: null });
  });

  test('a finding is told apart by its fingerprints, which outlive a moved line', async () => {
    const same = { partialFingerprints: { 'primaryLocationLineHash/v1': 'abc:1', other: 'x' } };
    const [one] = await findings([{ ruleId: 'R', ...same, ...at('a.ts', 1) }]);
    const [moved] = await findings([
      { ruleId: 'R', partialFingerprints: { ...same.partialFingerprints, other: 'y' }, ...at('a.ts', 9) },
    ]);
    expect(moved!.fingerprint).toBe(one!.fingerprint);
    const plain = await findings([
      { ruleId: 'R', ...at('a.ts', 1) },
      { ruleId: 'R', ...at('a.ts', 2) },
      { ruleId: 'R', ...at('a.ts', 1) },
      { ruleId: 'S', ...at('a.ts', 1) },
    ]);
    expect(plain).toHaveLength(3);
    expect(plain.every(({ fingerprint }) => /^[0-9a-f]{32}$/.test(fingerprint))).toBe(true);
  });

  test('suppressed only where every suppression is accepted', async () => {
    const run = async (suppressions: unknown) =>
      (await parse(log([{ ruleId: 'R', suppressions }]))).runs[0]!.counts.suppressed;
    expect(await run([{ kind: 'inSource' }])).toBe(1);
    expect(await run([{ status: 'accepted' }, { status: 'underReview' }])).toBe(0);
    expect(await run([])).toBe(0);
    expect(await run(null)).toBe(0);
  });

  test('reads the same wherever the stream is cut', async () => {
    const text = log([{ ruleId: 'R', message: { text: 'ü – 💥' }, ...at('src/ü.ts', 3) }], {
      rules: [{ id: 'R' }],
    });
    const whole = await parse(text);
    for (let size = 1; size < 60; size++) expect(await parse(chunked(text, size))).toEqual(whole);
  });

  test.each([
    ['', 'invalid-report: the report is empty'],
    ['[]', 'unknown-report-format'],
    ['{"a": 1}', 'unknown-report-format: the report is not SARIF: it has no version'],
    ['{"version": "1.0.0"}', 'SARIF "1.0.0" is not read; 2.1.0 is'],
    ['{"version": "2.1.0", "runs": [{}]}', 'a run names no tool'],
    ['{"version": "2.1.0", "runs": [', 'the report ends in the middle'],
    [
      '{"version": "2.1.0", "runs": [\n{"tool": {"driver": {"name": "x"}}, "results": [{"message": 5}]}]}',
      'line 2: runs.0.results.0.message',
    ],
    [`{"version":"2.1.0","runs":${'['.repeat(5000)}`, 'nested more than 100 deep'],
  ])('refuses %j', async (text, message) => {
    const refused = await parse(text).then(
      (read) => `accepted: ${JSON.stringify(read)}`,
      (error: unknown) => {
        if (error instanceof DomainError) return `${error.code}: ${error.detail}`;
        throw error;
      },
    );
    expect(refused).toContain(message);
  });

  test('keys that JavaScript gives a meaning are keys like any other', async () => {
    const text =
      '{"version":"2.1.0","__proto__":{"runs":[]},"runs":[{"tool":{"driver":{"name":"x"}},"results":[{"ruleId":"R","__proto__":{"level":"error"}}]}]}';
    expect((await parse(text)).runs[0]!.findings[0]!.level).toBe('warning');
  });
});
