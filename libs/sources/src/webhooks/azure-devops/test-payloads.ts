type Json = Readonly<Record<string, unknown>>;

/** For tests: an event about an object. */
export const hook = (eventType: string, resource: Json): Json => ({
  subscriptionId: '4f6e6328-0251-4814-a009-c01dfa368e3f',
  notificationId: 7,
  id: '33433986-7f56-4969-bfd4-3e59774c75ad',
  eventType,
  publisherId: 'tfs',
  resource,
  resourceContainers: { project: { id: 'be9b3917-87e6-42a4-a549-2bc06a7a878f' } },
  createdDate: '2026-03-01T12:30:00.1234567Z',
});

const project = { id: 'be9b3917-87e6-42a4-a549-2bc06a7a878f', name: 'Shop' };

export const build = (changes: Json = {}): Json =>
  hook('build.complete', {
    _links: { web: { href: 'https://dev.azure.com/acme/Shop/_build/results?buildId=12' } },
    id: 12,
    buildNumber: '20260301.1',
    status: 'completed',
    result: 'succeeded',
    queueTime: '2026-03-01T11:59:30.2237625Z',
    startTime: '2026-03-01T12:00:00Z',
    finishTime: '2026-03-01T12:04:12Z',
    definition: { id: 5, name: 'api-ci', path: '\\' },
    project,
    sourceBranch: 'refs/heads/main',
    sourceVersion: '40c59264e73fc5e1a6cab192f1622d26b7bd5c2a',
    queue: { id: 9, name: 'Azure Pipelines', pool: { id: 9, name: 'Azure Pipelines', isHosted: true } },
    reason: 'individualCI',
    requestedFor: { displayName: 'Jo', uniqueName: 'jo@example.com' },
    repository: { id: '278d5cd2-584d-4b63-824a-2ba458937249', type: 'TfsGit', name: 'api', url: null },
    ...changes,
  });

export const runChange = (run: Json = {}, resource: Json = {}): Json =>
  hook('ms.vss-pipelines.run-state-changed-event', {
    run: {
      _links: { web: { href: 'https://dev.azure.com/acme/Shop/_build/results?buildId=12' } },
      id: 12,
      state: 'inProgress',
      createdDate: '2026-03-01T12:29:00Z',
      ...run,
    },
    pipeline: { id: 5, name: 'api-ci', folder: '\\' },
    ...resource,
  });

export const deployment = (event: string, environment: Json = {}, resource: Json = {}): Json =>
  hook(`ms.vss-release.deployment-${event}-event`, {
    environment: {
      id: 51,
      releaseId: 0,
      name: 'Production',
      status: 'succeeded',
      release: {
        id: 5,
        name: 'Release-5',
        _links: { web: { href: 'https://acme.visualstudio.com/_release?releaseId=5' } },
      },
      releaseDefinition: { id: 1, name: 'Shop.CD' },
      ...environment,
    },
    release: { id: 0, name: null, artifacts: [] },
    project: { id: '00000000-0000-0000-0000-000000000000', name: 'Shop' },
    ...resource,
  });

const repository = {
  id: '278d5cd2-584d-4b63-824a-2ba458937249',
  name: 'api',
  project,
  defaultBranch: 'refs/heads/main',
  remoteUrl: 'https://dev.azure.com/acme/Shop/_git/api',
};

export const push = (changes: Json = {}): Json =>
  hook('git.push', {
    commits: [
      {
        commitId: '33B55F7CB7E7E245323987634F960CF4A6E6BC74',
        author: { name: 'Jo', email: 'jo@example.com', date: '2026-03-01T11:00:00Z' },
        committer: { name: 'Jo', email: 'jo@example.com', date: '2026-03-01T11:30:00Z' },
        comment: 'fix: basket\n\nby half',
      },
    ],
    refUpdates: [{ name: 'refs/heads/main', oldObjectId: '0'.repeat(40), newObjectId: '3'.repeat(40) }],
    repository,
    date: '2026-03-01T11:31:00Z',
    ...changes,
  });

export const pullRequest = (event: string, changes: Json = {}): Json =>
  hook(`git.pullrequest.${event}`, {
    repository,
    pullRequestId: 7,
    status: 'active',
    createdBy: { displayName: 'Jo', uniqueName: 'jo@example.com' },
    creationDate: '2026-03-01T10:00:00.589889Z',
    title: 'Faster checkout',
    sourceRefName: 'refs/heads/faster',
    targetRefName: 'refs/heads/main',
    lastMergeSourceCommit: { commitId: '5'.repeat(40) },
    lastMergeCommit: { commitId: 'e'.repeat(40) },
    reviewers: [],
    ...changes,
  });

const fields = {
  'System.AreaPath': 'Shop\\Checkout',
  'System.TeamProject': 'Shop',
  'System.WorkItemType': 'Bug',
  'System.State': 'New',
  'System.CreatedDate': '2026-03-01T10:00:00.663Z',
  'System.ChangedDate': '2026-03-01T12:00:00Z',
  'System.Title': 'Checkout loses the basket',
  'System.Tags': 'env:production; checkout',
  'Microsoft.VSTS.Common.Priority': 2,
};

export const workItem = (event: string, changes: Json = {}): Json =>
  hook(`workitem.${event}`, {
    id: 5,
    rev: 1,
    fields: { ...fields, ...changes },
    _links: { html: { href: 'https://dev.azure.com/acme/web/wi.aspx?id=5' } },
  });

export const workItemUpdate = (changes: Json = {}): Json =>
  hook('workitem.updated', {
    id: 3,
    workItemId: 5,
    rev: 3,
    fields: { 'System.State': { oldValue: 'New', newValue: 'Closed' } },
    revision: { id: 5, rev: 3, fields: { ...fields, ...changes } },
  });
