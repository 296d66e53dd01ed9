type Json = Readonly<Record<string, unknown>>;

const event = (type: string, whole: Json): Json => ({
  id: '3888f21b-eaa7-38e3-8f3d-75a63bba8895',
  type,
  happened_at: '2026-03-01T12:05:00.000Z',
  webhook: { id: 'cf8c4fdd-0587-4da1-b4ca-4846e9640af9', name: 'CodeMetrics' },
  project: { id: '84996744-a854-4f5e-aea3-04e2851dc1d2', name: 'shop', slug: 'gh/acme/shop' },
  organization: { id: 'f22b6566-597d-46d5-ba74-99ef5bb3d85c', name: 'acme' },
  pipeline: {
    id: '1285fe1d-d3a6-44fc-8886-8979558254c4',
    number: 130,
    created_at: '2026-03-01T11:59:00Z',
    trigger: { type: 'webhook' },
    vcs: {
      provider_name: 'github',
      origin_repository_url: 'https://github.com/jo/shop',
      target_repository_url: 'https://github.com/acme/shop',
      revision: '1dc6aa69429bff4806ad6afe58d3d8f57e25973e',
      commit: { subject: 'Faster', author: { name: 'renovate[bot]', email: 'bot@example.com' } },
      branch: 'main',
    },
  },
  ...whole,
});

/** For tests: a workflow that has ended, with fields of it and of the whole replaced. */
export const workflowCompleted = (workflow: Json = {}, whole: Json = {}): Json =>
  event('workflow-completed', {
    workflow: {
      id: 'fda08377-fe7e-46b1-8992-3a7aaecac9c3',
      name: 'build-test',
      created_at: '2026-03-01T12:00:00Z',
      stopped_at: '2026-03-01T12:04:12.500Z',
      url: 'https://app.circleci.com/pipelines/github/acme/shop/130/workflows/fda08377',
      status: 'success',
      ...workflow,
    },
    ...whole,
  });

/** For tests: a job that has ended. */
export const jobCompleted = (job: Json = {}, whole: Json = {}): Json =>
  event('job-completed', {
    workflow: { id: 'fda08377-fe7e-46b1-8992-3a7aaecac9c3', name: 'build-test', status: 'running' },
    job: {
      id: '8bd71c28-4969-3677-8940-3e3a61c46d4a',
      name: 'unit',
      number: 136,
      status: 'failed',
      started_at: '2026-03-01T12:00:30Z',
      stopped_at: '2026-03-01T12:01:00Z',
      ...job,
    },
    ...whole,
  });
