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

  test('a fingerprint of the tool tells findings apart, not the order or place of its parts', async () => {
    const print = async (result: object) => (await findings([{ ruleId: 'R', ...result }]))[0]!.fingerprint;
    const one = await print({ fingerprints: { a: '1', b: '2' }, ...at('a.ts', 1) });
    expect(await print({ fingerprints: { b: '2', a: '1' }, ...at('a.ts', 7) })).toBe(one);
    expect(await print({ fingerprints: { a: '1', b: '3' }, ...at('a.ts', 1) })).not.toBe(one);
    // Equal lines of two files have equal hashes.
    expect(await print({ fingerprints: { a: '1', b: '2' }, ...at('b.ts', 1) })).not.toBe(one);
    expect(await print({ ruleId: 'S', fingerprints: { a: '1', b: '2' }, ...at('a.ts', 1) })).not.toBe(one);
  });

  test('severity keeps the bounds of security-severity', async () => {
    const of = async (score: unknown) =>
      (await findings([{ ruleId: 'R', properties: { 'security-severity': score } }]))[0]!.severity;
    expect(await Promise.all(['10', '9.0', 8.9, '7', 6.9, '4.0', 3.9, 0.1, '0.0'].map(of))).toEqual([
      'critical',
      'critical',
      'high',
      'high',
      'medium',
      'medium',
      'low',
      'low',
      'none',
    ]);
    expect(await Promise.all(['', 'high', -1, null, [9], 'Infinity'].map(of))).toEqual(
      Array(6).fill('medium'),
    );
  });

  test('what has passed, or was found before only, is no finding but a result', async () => {
    const run = (
      await parse(
        log([
          { ruleId: 'R', kind: 'pass' },
          { ruleId: 'R', kind: 'notApplicable', level: 'none' },
          { ruleId: 'R', kind: 'informational' },
          { ruleId: 'R', baselineState: 'absent' },
          { ruleId: 'R', baselineState: 'unchanged' },
        ]),
      )
    ).runs[0]!;
    expect(run.findings).toHaveLength(1);
    expect(run.counts).toMatchObject({ results: 5, byLevel: { warning: 2, none: 3 } });
  });

  test('a message may be words of the rule, a place the number of an artifact', async () => {
    const rules = [{ id: 'R', messageStrings: { default: { text: 'Do not call {0} from {1}, {2}.' } } }];
    const place = (artifactLocation: object) => ({ locations: [{ physicalLocation: { artifactLocation } }] });
    const result = {
      ruleId: 'R',
      message: { id: 'default', arguments: ['eval', 'a.ts'] },
      ...place({ index: 1 }),
    };
    const artifacts = [{ length: 5 }, { location: { uri: 'src/a.ts', index: 1 } }];
    const text = JSON.stringify({
      version: '2.1.0',
      runs: [{ results: [result], artifacts, tool: { driver: { name: 'x', rules } } }],
    });
    expect((await parse(text)).runs[0]!.findings[0]).toMatchObject({
      message: 'Do not call eval from a.ts, {2}.',
      path: 'src/a.ts',
    });
    const unknown = { ruleId: 'R', message: { id: 'constructor' }, ...place({ index: 9 }) };
    expect((await findings([unknown], { rules }))[0]).toMatchObject({ message: null, path: null });
  });

  test('only the first place counts, and a line must be one', async () => {
    const line = async (startLine: unknown) =>
      (
        await findings([
          { ruleId: 'R', locations: [...at('a', startLine as number).locations, ...at('b', 9).locations] },
        ])
      )[0]!;
    expect(await line(3)).toMatchObject({ path: 'a', line: 3 });
    for (const odd of [0, -1, 1.5, 2 ** 31, '3', null])
      expect(await line(odd)).toMatchObject({ path: 'a', line: null });
  });

  test('long texts are cut, and of a large result only what is read is held', async () => {
    const steps = Array.from({ length: 5000 }, (_, index) => ({ location: { id: index } }));
    const [finding] = await findings([
      {
        ruleId: 'r'.repeat(1000),
        message: { text: `line\n${'m'.repeat(2000)}` },
        codeFlows: [{ threadFlows: [{ locations: steps }] }],
        properties: { steps },
      },
    ]);
    expect(finding!.message).toMatch(/^line m{495}$/);
    expect(finding!.ruleId).toHaveLength(300);
  });

  test('refuses more than it may hold', async () => {
    const refused = async (text: string, limits: ParseSarifOptions['limits']) =>
      parse(text, { limits }).catch((error: unknown) => (error as DomainError).detail);
    const two = log([{}, {}], { rules: [{}, {}] });
    expect(await refused(two, { results: 1 })).toBe('line 1: the report has more than 1 results');
    expect(await refused(two, { rules: 1 })).toBe('line 1: the report has more than 1 rules');
    const prints = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`k${index}`, 'x']));
    expect(await refused(log([{ partialFingerprints: prints }]), {})).toContain('more than 10000 values');
    await expect(parse(two, { maxBytes: 20 })).rejects.toMatchObject({ code: 'payload-too-large' });
  });

  test('several runs keep apart, and a tool without a name has one', async () => {
    const run = (name: unknown, ruleId: string) => ({ tool: { driver: { name } }, results: [{ ruleId }] });
    const runs = [run('a', 'R'), run(null, 'S'), run('', 'T'), { tool: { driver: {} }, results: null }];
    const read = await parse(JSON.stringify({ version: '2.1.0', runs }));
    expect(
      read.runs.map(({ tool, findings: found }) => [tool, ...found.map(({ ruleId }) => ruleId)]),
    ).toEqual([['a', 'R'], ['unknown', 'S'], ['unknown', 'T'], ['unknown']]);
  });

  test('nothing that a log refers to is fetched', async () => {
    const fetched: unknown[] = [];
    const original = globalThis.fetch;
    globalThis.fetch = (...call) => {
      fetched.push(call);
      return original(...call);
    };
    try {
      const outside = {
        externalPropertyFileReferences: { results: [{ location: { uri: 'http://127.0.0.1:9/' } }] },
      };
      await parse(
        JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, ...outside }] }),
      );
    } finally {
      globalThis.fetch = original;
    }
    expect(fetched).toEqual([]);
  });

  test('a log cut off anywhere is refused', async () => {
    const text = log([{ ruleId: 'R', message: { text: 'ü' }, ...at('a.ts', 3) }]);
    for (let length = 1; length < text.length; length++) {
      await expect(parse(text.slice(0, length))).rejects.toMatchObject({ code: 'invalid-report' });
    }
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
    [
      '{"name": "pack", "version": "2.1.0"}',
      'unknown-report-format: the report is not SARIF: it has no runs',
    ],
    ['{"runs": []}', 'unknown-report-format: the report is not SARIF: it has no version'],
    [
      '{"version": "1.0.0", "runs": [\n{"tool": {"name": "x"}}]}',
      'invalid-report: line 2: SARIF "1.0.0" is not',
    ],
    ['{"runs": [], "version": "3.0"}', 'SARIF "3.0" is not read; 2.1.0 is'],
    ['{"version": "1.0.0", "runs": []}', 'SARIF "1.0.0" is not read; 2.1.0 is'],
    ['{"version": "2.1.0", "runs": [{}]}', 'a run names no tool'],
    ['{"version": "2.1.0", "runs": [', 'the report ends in the middle'],
    [
      '{"version": "2.1.0", "runs": [\n{"tool": {"driver": {"name": "x"}}, "results": [{"message": 5}]}]}',
      'line 2: runs.0.results.0.message',
    ],
    [
      '{"version": "2.1.0", "runs": [{"tool": {"driver": {}}, "results": [\n{"level": "info"}]}]}',
      'invalid-report: line 2: runs.0.results.0.level',
    ],
    ['{"version": "2.1.0"\0}', 'invalid-report: the report contains a NUL'],
    ['{"version": "2.1.0", "runs": []} {}', 'invalid-report: line 1'],
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
