import { beforeAll, describe, expect, test } from 'vitest';
import { expectProblem } from './expect-problem.ts';
import type { CallOptions } from './harness.ts';
import { useServer } from './harness.ts';

const LCOV = `TN:
SF:src/a.ts
DA:1,4
DA:2,0
DA:3,1
BRDA:3,0,0,1
BRDA:3,0,1,-
LF:300
LH:300
end_of_record
SF:src/b.ts
DA:1,0
end_of_record
`;
const COBERTURA = `<?xml version="1.0"?>
<coverage line-rate="1" version="1.9" timestamp="1">
  <packages><package name="p"><classes>
    <class name="A" filename="src/a.py"><lines>
      <line number="1" hits="1"/><line number="2" hits="0"/>
      <line number="3" hits="2" branch="true" condition-coverage="50% (1/2)"/>
    </lines></class>
  </classes></package></packages>
</coverage>
`;
const OF_LCOV = {
  format: 'lcov',
  files: 2,
  lines: { covered: 2, total: 4 },
  branches: { covered: 1, total: 2 },
};
const OF_COBERTURA = {
  format: 'cobertura',
  files: 1,
  lines: { covered: 2, total: 3 },
  branches: { covered: 1, total: 2 },
};
const CREATED = { received: 1, created: 1, updated: 0, unchanged: 0 };
const UPDATED = { received: 1, created: 0, updated: 1, unchanged: 0 };
const UNCHANGED = { received: 1, created: 0, updated: 0, unchanged: 1 };

const server = useServer({ now: () => new Date('2026-03-05T12:00:00Z') });
let commits = 0;
const commit = (): string => (++commits).toString(16).padStart(40, 'c');
const upload = (body: string | Uint8Array, over: Record<string, string> = {}, options: CallOptions = {}) => {
  const place = { workload: 'my-team', repository: 'acme/shop-api', commit: commit(), ...over };
  const search = new URLSearchParams(Object.entries(place).filter(([, value]) => value !== ''));
  return server().call('POST', `/api/coverage?${search.toString()}`, {
    token: server().admin,
    body,
    type: 'text/plain',
    ...options,
  });
};
const percentOn = async (day: string): Promise<number> => {
  const answer = await server().call('POST', '/api/query', {
    token: server().admin,
    json: {
      queries: ['code-coverage'],
      workloads: ['my-team'],
      dateRange: { start: day, end: day },
      interval: 'day',
    },
  });
  return answer.body.results[0].series[0].points[0].value as number;
};

beforeAll(async () => {
  await server().createWorkload('my-team');
  await server().createWorkload('other-team');
});

describe('POST /api/coverage', () => {
  test('200: the format is detected, and counted from the lines, not from the summary', async () => {
    const lcov = await upload(LCOV);
    expect([lcov.status, lcov.body]).toEqual([200, { ...CREATED, ...OF_LCOV }]);
    expect((await upload(COBERTURA)).body).toEqual({ ...CREATED, ...OF_COBERTURA });
    expect((await upload('SF:a\nDA:1,1\nend_of_record\n')).body.branches).toBeNull();
    expect((await upload(`\ufeff\n\n${LCOV.replaceAll('\n', '\r\n')}`)).body).toMatchObject(OF_LCOV);
  });

  test('200: the format may be named', async () => {
    expect((await upload(LCOV, { format: 'lcov' })).body).toMatchObject(OF_LCOV);
    expect((await upload(COBERTURA, { format: 'cobertura' })).body).toMatchObject(OF_COBERTURA);
  });

  test('400: a report that is named as another is told from what it looks like', async () => {
    const one = expectProblem(await upload(LCOV, { format: 'cobertura' }), 400, 'invalid-report');
    expect(one.detail).toMatch(/named as Cobertura.*looks like LCOV/i);
    const two = expectProblem(await upload(COBERTURA, { format: 'lcov' }), 400, 'invalid-report');
    expect(two.detail).toMatch(/named as LCOV.*looks like Cobertura/i);
    expectProblem(await upload(LCOV, { format: 'no-such' }), 400, 'invalid-input');
  });

  test.each([
    [
      'jacoco',
      '<report name="x"><package name="p"><sourcefile name="A"><line nr="1" mi="0" ci="1" mb="0" cb="0"/></sourcefile></package></report>',
    ],
    [
      'clover',
      '<coverage clover="4"><project><file name="a"><line num="1" type="stmt" count="1"/></file></project></coverage>',
    ],
    ['go', 'mode: set\na.go:1.1,2.2 1 1\n'],
    ['istanbul', '{"a.js":{"statementMap":{"0":{"start":{"line":1}}},"s":{"0":1}}}'],
  ])('200: %s is told from its beginning', async (format, body) => {
    const answer = await upload(body, { commit: `${Buffer.from(format).toString('hex')}00000000` });
    expect(answer.body, answer.text).toMatchObject({ format, files: 1, lines: { covered: 1, total: 1 } });
  });

  test.each([
    ['hello', 'begin'],
    ['<CoverageSession/>', 'OpenCover'],
    ['<report name="x"/>', 'not JaCoCo'],
    ['{"total":{}}', 'JSON'],
    ['<html/>', 'html'],
  ])('400: %j is no report that is read, and the answer says what it is', async (body, what) => {
    expect(expectProblem(await upload(body), 400, 'unknown-report-format').detail).toContain(what);
  });

  test.each([
    ['LCOV cut short', LCOV.slice(0, LCOV.indexOf('3,1')), 'begun on line 2'],
    ['LCOV with a bad line', LCOV.replace('DA:3,1', 'DA:3,x'), 'line 5'],
    ['XML cut short', COBERTURA.slice(0, COBERTURA.indexOf('</lines>')), 'line'],
    ['XML with a bad count', COBERTURA.replace('hits="2"', 'hits="x"'), 'line 6'],
    ['nothing', '', 'empty'],
    ['blanks', ' \n\n ', 'empty'],
    ['a NUL', `${LCOV}\0`, 'NUL'],
  ])('400: %s, and the answer names the place', async (_what, body, place) => {
    const problem = expectProblem(await upload(body), 400, 'invalid-report');
    expect(problem.detail).toContain(place);
  });

  test('400: UTF-16 and bytes that are no text', async () => {
    const utf16 = Buffer.from(`\ufeff${LCOV}`, 'utf16le');
    expect(expectProblem(await upload(utf16), 400, 'invalid-report').detail).toContain('UTF-16');
    const broken = Buffer.concat([Buffer.from(LCOV), Buffer.from([0xff, 0xfe])]);
    expect(expectProblem(await upload(broken), 400, 'invalid-report').detail).toContain('UTF-8');
  });

  test('400: an entity of a document type is never read', async () => {
    const attack = COBERTURA.replace(
      '<coverage',
      '<!DOCTYPE coverage [<!ENTITY x SYSTEM "file:///etc/hostname">]>\n<coverage',
    ).replace('src/a.py', '&x;');
    const answer = await upload(attack);
    expectProblem(answer, 400, 'invalid-report');
  });

  test('200: sent again it is unchanged, even without a time; another content is an update', async () => {
    const over = { commit: commit(), branch: 'main' };
    expect((await upload(LCOV, { ...over, takenAt: '2026-03-02T10:00:00Z' })).body).toMatchObject(CREATED);
    expect((await upload(LCOV, { ...over, takenAt: '2026-03-02T10:00:00Z' })).body).toMatchObject(UNCHANGED);
    expect((await upload(LCOV, over)).body).toMatchObject(UNCHANGED);
    expect(await percentOn('2026-03-02')).toBe(50);
    expect((await upload(COBERTURA, over)).body).toMatchObject({ ...UPDATED, ...OF_COBERTURA });
    expect(await percentOn('2026-03-02')).toBeCloseTo(66.67, 1);
    expect((await upload(COBERTURA, over)).body).toMatchObject(UNCHANGED);
  });

  test('200: another commit, branch, name or repository is another report', async () => {
    const over = { commit: commit(), branch: 'main', name: 'unit' };
    await upload(LCOV, over);
    const others = [
      { ...over, name: 'e2e' },
      { ...over, name: '' },
      { ...over, branch: 'next' },
      { ...over, branch: '' },
      { ...over, repository: 'acme/web' },
      { ...over, workload: 'other-team' },
      { ...over, commit: commit() },
    ];
    for (const other of others)
      expect((await upload(LCOV, other)).body, JSON.stringify(other)).toMatchObject(CREATED);
    expect((await upload(LCOV, { ...over, commit: over.commit.toUpperCase() })).body).toMatchObject(
      UNCHANGED,
    );
  });

  test('200: without a time it is taken now', async () => {
    await upload('SF:a\nDA:1,1\nend_of_record\n', { repository: 'acme/now' });
    expect(await percentOn('2026-03-05')).toBeGreaterThan(50);
  });

  test('400: each parameter that is missing or wrong is named', async () => {
    for (const [over, path] of [
      [{ workload: '' }, 'workload'],
      [{ repository: '' }, 'repository'],
      [{ commit: '' }, 'commit'],
      [{ commit: 'main' }, 'commit'],
      [{ takenAt: '2026-02-30T00:00:00Z' }, 'takenAt'],
      [{ branch: 'a\nb' }, 'branch'],
      [{ colour: 'red' }, 'colour'],
      [{ report: 'SF:x' }, 'report'],
    ] as const) {
      const problem = expectProblem(await upload(LCOV, over), 400, 'invalid-input');
      expect(problem.errors?.[0]?.path).toBe(path);
    }
  });

  test('404: an unknown workload; 403: one beyond the token, a token that only reads; 401: a stranger', async () => {
    expectProblem(await upload(LCOV, { workload: 'nowhere' }), 404, 'workload-not-found');
    const limited = await server().serviceToken({ workloads: ['my-team'] });
    for (const workload of ['other-team', 'nowhere'])
      expectProblem(await upload(LCOV, { workload }, { token: limited.token }), 403, 'workload-forbidden');
    const reading = await server().serviceToken({ scopes: ['data:read'] });
    expectProblem(await upload(LCOV, {}, { token: reading.token }), 403, 'scope-missing');
    expectProblem(await upload(LCOV, {}, { token: undefined }), 401, 'credential-missing');
  });
});
