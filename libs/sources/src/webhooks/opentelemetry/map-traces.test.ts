import { describe, expect, test } from 'vitest';
import { at, mapExport, resource, span } from './test-exports.ts';

const COMMIT = '9fceb02c0a6f4d1a8b8f8f5f6c7d2e3b4a5c6d7e';
const RESOURCE = {
  'service.name': 'ci',
  'cicd.pipeline.name': 'Build and Test',
  'cicd.pipeline.run.id': '120912',
  'vcs.repository.url.full': 'https://git.example/acme/shop.git',
  'vcs.ref.head.name': 'main',
  'vcs.ref.head.revision': COMMIT,
};
const task = (id: string, more: object = {}) => ({
  'cicd.pipeline.task.name': `go-${id}`,
  'cicd.pipeline.task.run.id': id,
  'cicd.pipeline.task.run.url.full': `https://ci.example/task/${id}`,
  'cicd.pipeline.task.run.result': 'success',
  ...more,
});
const run = span('r', '', [0, 90], { 'cicd.pipeline.result': 'failure' }, { kind: 2 });

test('a run, its tasks and their steps in the conventions of today', () => {
  const build = span(
    'b',
    'r',
    [5, 30],
    task('build', { 'cicd.pipeline.task.type': 'build', 'cicd.worker.name': 'agent-1' }),
  );
  const step = span('s', 'b', [6, 7], { 'code.function.name': 'x' });
  const mapped = mapExport(resource(RESOURCE, step, build, run));
  const common = {
    source: 'opentelemetry',
    repository: 'acme/shop',
    branch: 'main',
    commit: COMMIT,
    attempt: 1,
    status: 'completed',
    queuedAt: null,
  };
  expect(mapped).toEqual([
    {
      repository: 'acme/shop',
      runs: [
        {
          ...common,
          externalId: '120912',
          job: 'Build and Test',
          conclusion: 'failure',
          startedAt: at(0),
          finishedAt: at(90),
          actor: null,
          url: null,
        },
      ],
      jobs: [
        {
          ...common,
          externalId: '120912/build',
          run: '120912',
          name: 'go-build',
          stage: 'build',
          runner: 'agent-1',
          conclusion: 'success',
          startedAt: at(5),
          finishedAt: at(30),
          url: 'https://ci.example/task/build',
        },
      ],
      deployments: [],
    },
  ]);
});

test('steps whose run span comes in another export are no runs', () => {
  expect(mapExport(resource(RESOURCE, span('s', 'elsewhere', [1, 2])))).toEqual([]);
  expect(mapExport(resource(RESOURCE, { ...run, parentSpanId: 'elsewhere' }))[0]?.runs).toHaveLength(1);
});

test('spans without any attribute of the conventions are ignored', () => {
  expect(
    mapExport(resource({ 'service.name': 'Test' }, span('a', '', [0, 1], { 'test.scope': 'Case' }))),
  ).toEqual([]);
});

describe('GitHub’s receiver, which keeps the ids on the resource', () => {
  const address = 'https://github.com/acme/shop/actions/runs/77';
  const job = {
    'vcs.repository.name': 'shop',
    'vcs.ref.head': 'main',
    'cicd.pipeline.name': 'unit',
    'cicd.pipeline.task.run.id': 5,
    'cicd.pipeline.task.run.url.full': `${address}/job/5`,
    'cicd.pipeline.run.task.status': 'failure',
    'cicd.pipeline.worker.labels': ['self-hosted', 'linux-8'],
  };
  const spans = [
    span('j', 'r', [0, 87], {}, { name: 'unit' }),
    span('q', 'j', [0, 5], { 'cicd.pipeline.run.queue.duration': 5e9 }),
    span('s', 'q', [5, 87], {
      'cicd.pipeline.task.name': 'make',
      'cicd.pipeline.run.task.status': 'success',
    }),
  ];

  test('the job is the topmost span, its time in the queue comes from the span below, its run from its address', () => {
    expect(mapExport(resource(job, ...spans))).toMatchObject([
      {
        repository: 'acme/shop',
        runs: [],
        jobs: [
          {
            externalId: '77/5',
            run: '77',
            name: 'unit',
            runner: 'linux-8',
            branch: 'main',
            conclusion: 'failure',
            queuedAt: at(0),
            startedAt: at(5),
            finishedAt: at(87),
          },
        ],
      },
    ]);
  });

  test('a later attempt is told by the address of the one before it, for the job too', () => {
    const attempts = {
      'vcs.repository.name': 'shop',
      'cicd.pipeline.run.id': 77,
      'cicd.pipeline.run.url.full': address,
      'cicd.pipeline.run.previous_attempt.url.full': `${address}/attempts/2`,
      'cicd.pipeline.run.sender.login': 'renovate[bot]',
      'vcs.ref.head': 'v1',
      'vcs.ref.head.type': 'tag',
    };
    const [mapped] = mapExport(resource(attempts, run), resource(job, ...spans));
    expect(mapped?.runs).toMatchObject([
      { attempt: 3, branch: null, actor: { name: 'renovate[bot]', kind: 'bot' } },
    ]);
    expect(mapped?.jobs).toMatchObject([{ attempt: 3, run: '77' }]);
  });
});

describe('how a span ended', () => {
  const conclusion = (values: object, more: object = {}) =>
    mapExport(resource(RESOURCE, span('r', '', [0, 1], { ...values }, { ...more })))[0]?.runs?.[0]
      ?.conclusion;

  test.each([
    ['success', 'success'],
    ['error', 'failure'],
    ['timeout', 'timed-out'],
    ['cancellation', 'cancelled'],
    ['skip', 'skipped'],
    ['toString', 'neutral'],
  ])('the result %s becomes %s', (result, expected) => {
    expect(conclusion({ 'cicd.pipeline.result': result }, { status: { code: 2 } })).toBe(expected);
  });

  test('without a result the status of the span tells', () => {
    for (const code of [2, 'STATUS_CODE_ERROR']) expect(conclusion({}, { status: { code } })).toBe('failure');
    for (const code of [0, 1, undefined]) expect(conclusion({}, { status: { code } })).toBe('success');
    expect(conclusion({ 'error.type': 'timeout' })).toBe('failure');
  });

  test('a span that has not ended is running', () => {
    expect(conclusion({}, { endTimeUnixNano: '0' })).toBeNull();
    expect(
      mapExport(resource(RESOURCE, span('r', '', [0, 1], {}, { startTimeUnixNano: 0, endTimeUnixNano: 0 }))),
    ).toEqual([]);
  });
});

describe('deployments', () => {
  const deploy = (more: object) =>
    mapExport(
      resource(RESOURCE, span('d', '', [0, 9], task('d', { 'cicd.pipeline.task.type': 'deploy', ...more }))),
    )[0]?.deployments;

  test('a task that deploys to an environment is a deployment', () => {
    expect(deploy({ 'deployment.environment.name': 'production' })).toEqual([
      {
        externalId: '120912/d',
        source: 'opentelemetry',
        repository: 'acme/shop',
        environment: 'production',
        commit: COMMIT,
        status: 'success',
        startedAt: at(0),
        finishedAt: at(9),
        url: 'https://ci.example/task/d',
      },
    ]);
    expect(
      deploy({ 'deployment.environment': 'qa', 'deployment.id': 'x', 'deployment.status': 'failed' }),
    ).toMatchObject([{ externalId: 'x', environment: 'qa', status: 'failure' }]);
  });

  test('one that was skipped, has no environment or is of another type is none', () => {
    const production = { 'deployment.environment.name': 'production' };
    expect(deploy({ ...production, 'cicd.pipeline.task.run.result': 'skip' })).toEqual([]);
    expect(deploy({ ...production, 'cicd.pipeline.task.type': 'test' })).toEqual([]);
    expect(deploy({})).toEqual([]);
  });

  test('the environment that the sender itself runs in is not where a task deploys to', () => {
    const values = task('d', { 'cicd.pipeline.task.type': 'deploy' });
    const sender = { ...RESOURCE, 'deployment.environment.name': 'production' };
    expect(mapExport(resource(sender, span('d', '', [0, 9], values)))[0]?.deployments).toEqual([]);
  });
});

test.each([
  [{ 'vcs.owner.name': 'acme', 'vcs.repository.name': 'shop' }, { repository: 'acme/shop' }],
  [{ 'vcs.repository.name': 'acme/web/shop', 'vcs.owner.name': 'acme' }, { repository: 'acme/web/shop' }],
  [
    { 'vcs.repository.name': 'shop', 'cicd.pipeline.run.url.full': 'https://ci.example/7' },
    { repository: 'shop' },
  ],
  [{ 'service.name': 'ci', 'cicd.pipeline.name': 'Nightly' }, { services: ['ci', 'Nightly'] }],
])('%j is claimed by %j', (values, claim) => {
  const [mapped] = mapExport(resource({ 'cicd.pipeline.run.id': '1', ...values }, run));
  expect(mapped).toMatchObject(claim);
  expect(Object.keys(mapped ?? {})).toContain(Object.keys(claim)[0]);
});
