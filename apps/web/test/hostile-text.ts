import { createHmac } from 'node:crypto';
import type { TestServer } from '../../server/test/harness.ts';

/** Names that try to run, to turn the page around, to break out of its width, or only come from elsewhere. */
export const HOSTILE = {
  script: '<script>window.__hacked=1</script><img src=x onerror="window.__hacked=1">',
  quotes: `"'\`); window.__hacked = 1; //\${alert(1)}{{7*7}}`,
  bidi: 'safe\u202Egnp.exe\u2066x\u2069',
  long: 'W'.repeat(200),
  emoji: '👩‍👩‍👧‍👦🏳️‍🌈🇩🇪 launch 🚀',
  rightToLeft: 'مرحبا بالعالم שלום',
} as const;

const TEXTS = Object.values(HOSTILE);

/** A text that is no longer than a field takes. */
const cut = (text: string, most: number): string => text.slice(0, most);

/** The workload that everything hostile belongs to. */
export const WORKLOAD = 'hostile';

export interface Seeded {
  readonly runId: string;
  /** A session of an administrator whose name is hostile. */
  readonly session: string;
}

/** Puts every hostile text into every kind of text that screens show. */
export const seedHostileText = async (server: TestServer): Promise<Seeded> => {
  const send = async (method: string, path: string, json: unknown, token = server.admin) => {
    const answer = await server.call(method, path, { token, json });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`);
    return answer.body;
  };
  const at = (hoursAgo: number): string => new Date(Date.now() - hoursAgo * 3_600_000).toISOString();
  const repository = (index: number): string => `${TEXTS[index % TEXTS.length]!}/repo`.slice(0, 250);
  const groups = [
    { name: cut(HOSTILE.script, 90), repositories: TEXTS.map((_, index) => ({ name: repository(index) })) },
    { name: cut(HOSTILE.long, 90), repositories: [] },
  ];
  await send('POST', '/api/workloads', {
    ...{ id: WORKLOAD, name: HOSTILE.script, description: TEXTS.join('\n'), repositoryGroups: groups },
    tags: Object.fromEntries(TEXTS.map((text, index) => [`tag${index}`, text])),
    services: TEXTS.map((text) => cut(text, 200)),
  });
  for (const [index, text] of TEXTS.slice(1).entries())
    await send('POST', '/api/workloads', {
      ...{ id: `hostile-${index}`, name: cut(text, 200), description: text },
      repositoryGroups: [{ name: 'all', repositories: [{ name: repository(index) }] }],
    });

  const commitOf = (index: number): string => (index + 10).toString(16).padStart(40, 'a');
  const each = TEXTS.flatMap((text, index) => [
    { text, index, hour: index * 5 + 1 },
    { text, index, hour: index * 30 + 26 },
  ]);
  const base = (index: number) => ({ workload: WORKLOAD, source: 'tests', repository: repository(index) });
  const ended = (hour: number) => ({
    queuedAt: at(hour + 0.3),
    startedAt: at(hour + 0.2),
    finishedAt: at(hour),
  });
  await send('POST', '/api/pipeline/runs', {
    runs: each.map(({ text, index, hour }) => ({
      ...{ ...base(index), ...ended(hour), externalId: cut(`${hour} ${text}`, 200), job: text, branch: text },
      ...{ stage: cut(text, 100), runner: cut(text, 100), event: cut(text, 100), commit: commitOf(index) },
      ...{ status: 'completed', conclusion: index % 2 ? 'failure' : 'success' },
      actor: { name: cut(text, 200), kind: 'user' },
      url: `https://example.com/?q=${encodeURIComponent(text)}`,
    })),
  });
  const runs = (await server.call('GET', `/api/pipeline/runs?workload=${WORKLOAD}`, { token: server.admin }))
    .body.runs as readonly { runId: string; externalId: string; repository: string; job: string }[];
  const scripted = runs.find(({ job }) => job === HOSTILE.script)!;
  await send('POST', '/api/pipeline/jobs', {
    jobs: TEXTS.map((text, index) => ({
      ...{ workload: WORKLOAD, source: 'tests', repository: scripted.repository, run: scripted.externalId },
      ...{
        externalId: `job ${index}`,
        name: text,
        stage: cut(text, 100),
        runner: cut(text, 100),
        attempt: 1,
      },
      ...{ status: 'completed', conclusion: 'success', ...ended(1) },
    })),
  });
  await send('POST', '/api/deployments', {
    deployments: each.map(({ text, index, hour }) => ({
      ...{ ...base(index), externalId: cut(`${hour} ${text}`, 200), environment: cut(`prod ${text}`, 200) },
      ...{ commit: commitOf(index), status: 'success', startedAt: at(hour), finishedAt: at(hour - 0.1) },
    })),
  });
  await send('POST', '/api/incidents', {
    incidents: each.map(({ text, hour }) => ({
      ...{ workload: WORKLOAD, source: 'tests', externalId: cut(`${hour} ${text}`, 200), title: text },
      ...{ severity: cut(text, 50), openedAt: at(hour), resolvedAt: at(hour - 0.5) },
    })),
  });
  // All of one repository, so that its files change together often enough to be told.
  await send('POST', '/api/commits', {
    commits: each.map(({ text, hour }, number) => ({
      ...{
        sha: (number + 100).toString(16).padStart(40, 'b'),
        workload: WORKLOAD,
        repository: repository(0),
      },
      ...{ branch: 'main', author: { name: cut(text, 200), email: 'a@example.com' }, committedAt: at(hour) },
      ...{ message: text, files: TEXTS.map((path) => ({ path, addedLines: 5, deletedLines: 2 })) },
    })),
  });
  await send('POST', '/api/changes', {
    changes: each.map(({ text, index, hour }) => ({
      ...{ ...base(index), externalId: cut(`${hour} ${text}`, 200), title: text, openedAt: at(hour + 5) },
      ...{ mergedAt: at(hour), author: { name: cut(text, 200), kind: 'user' }, targetBranch: cut(text, 255) },
      ...{ addedLines: 9, deletedLines: 1, labels: [cut(text, 200)] },
    })),
  });
  await send('POST', '/api/issues', {
    issues: each.map(({ text, index, hour }) => ({
      ...{ ...base(index), externalId: cut(`${hour} ${text}`, 200), type: 'bug', title: text },
      ...{ priority: cut(text, 50), environmentFound: cut(text, 200), openedAt: at(hour) },
    })),
  });
  for (const [index, text] of TEXTS.entries()) {
    const query = new URLSearchParams({
      ...{ workload: WORKLOAD, repository: repository(index), commit: commitOf(index), branch: 'main' },
      name: cut(text, 100),
    });
    const report = `SF:${text}\nDA:1,1\nDA:2,0\nend_of_record\n`;
    const covered = await server.call('POST', `/api/coverage?${query.toString()}`, {
      ...{ token: server.admin, type: 'text/plain', body: report },
    });
    if (covered.status !== 200) throw new Error(covered.text);
    await server.serviceToken({ subject: text, description: text, workloads: [WORKLOAD] });
    await send('PUT', `/api/queries/hostile-${index}`, {
      ...{ name: cut(text, 200), description: text, shared: true },
      query: {
        ...{ queries: ['pipeline-runs'], workloads: [WORKLOAD], groupBy: ['job'] },
        dateRange: { start: at(24 * 30).slice(0, 10), end: at(0).slice(0, 10) },
      },
    });
  }
  const secret = 'a secret of the hostile webhook';
  await send('PUT', '/api/sources/github', { secret });
  const body = JSON.stringify({ repository: { full_name: HOSTILE.bidi }, text: HOSTILE.script });
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const delivered = await server.call('POST', '/api/webhooks/github', {
    ...{ body, type: 'application/json' },
    headers: {
      'x-github-event': HOSTILE.script,
      'x-github-delivery': 'hostile',
      'x-hub-signature-256': `sha256=${signature}`,
    },
  });
  if (delivered.status >= 300) throw new Error(delivered.text);
  const password = 'a sentence for hostile users';
  for (const [index, text] of TEXTS.entries())
    await send('POST', '/api/users', {
      ...{ username: `user-${index}`, displayName: cut(text, 200), password, role: 'admin' },
    });
  const { sessionToken } = await send('POST', '/api/session', { username: 'user-3', password }, undefined);
  return { runId: scripted.runId, session: sessionToken as string };
};
