import { createRequire } from 'node:module';

/** An event as a provider sends it, without its proof. */
export interface WebhookEvent {
  readonly source: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: unknown;
}

interface GithubExamples {
  readonly name: string;
  readonly examples: readonly unknown[];
}

const READ_OF_GITHUB = [
  'push',
  'pull_request',
  'pull_request_review',
  'issues',
  'deployment',
  'deployment_status',
  'workflow_run',
  'workflow_job',
  'check_run',
  'release',
  'ping',
];

/** GitHub's own examples of the events that are read. */
const githubEvents = (): WebhookEvent[] =>
  (createRequire(import.meta.url)('@octokit/webhooks-examples') as readonly GithubExamples[])
    .filter(({ name }) => READ_OF_GITHUB.includes(name))
    .flatMap(({ name, examples }) =>
      examples
        .slice(0, 3)
        .map((payload) => ({ source: 'github', headers: { 'x-github-event': name }, payload })),
    );

const AT = '2026-03-01T12:00:00Z';
const SHA = '9fceb02c0a6f4d1a8b8f8f5f6c7d2e3b4a5c6d7e';

const others: readonly WebhookEvent[] = [
  {
    source: 'gitlab',
    headers: { 'x-gitlab-event': 'Pipeline Hook' },
    payload: {
      object_kind: 'pipeline',
      object_attributes: {
        id: 31,
        iid: 3,
        ref: 'main',
        sha: SHA,
        status: 'success',
        source: 'push',
        created_at: AT,
        finished_at: AT,
        duration: 63,
      },
      user: { username: 'jo' },
      project: {
        path_with_namespace: 'acme/shop-api',
        default_branch: 'main',
        web_url: 'https://gitlab.example/acme/shop-api',
      },
      builds: [
        {
          id: 380,
          stage: 'test',
          name: 'unit',
          status: 'success',
          created_at: AT,
          started_at: AT,
          finished_at: AT,
        },
      ],
    },
  },
  {
    source: 'bitbucket',
    headers: { 'x-event-key': 'repo:push', 'x-hook-uuid': 'a' },
    payload: {
      repository: { full_name: 'acme/shop-api', mainbranch: { name: 'main' } },
      push: {
        changes: [
          {
            new: { type: 'branch', name: 'main', target: { hash: SHA, date: AT } },
            commits: [
              { hash: SHA, date: AT, message: 'fix', author: { raw: 'Jo <jo@example.com>' }, parents: [] },
            ],
          },
        ],
      },
    },
  },
  {
    source: 'jenkins',
    headers: {},
    payload: {
      name: 'api',
      url: 'job/api/',
      build: {
        full_url: 'https://ci.example.com/job/api/12/',
        number: 12,
        timestamp: 1_772_366_520_000,
        duration: 120_000,
        phase: 'COMPLETED',
        status: 'SUCCESS',
        scm: { url: 'git@github.com:acme/shop-api.git', branch: 'origin/main', commit: SHA },
      },
    },
  },
  {
    source: 'azure-devops',
    headers: {},
    payload: {
      id: 'e1',
      eventType: 'build.complete',
      resource: {
        id: 2,
        buildNumber: '2026.1',
        result: 'succeeded',
        status: 'completed',
        queueTime: AT,
        startTime: AT,
        finishTime: AT,
        sourceBranch: 'refs/heads/main',
        sourceVersion: SHA,
        definition: { name: 'ci' },
        repository: { id: 'acme/shop-api', type: 'GitHub' },
        project: { name: 'acme' },
      },
      createdDate: AT,
    },
  },
  {
    source: 'circleci',
    headers: {},
    payload: {
      id: '3888f21b-eaa7-38e3-8f3d-75a63bba8895',
      type: 'workflow-completed',
      happened_at: AT,
      project: { id: 'p', name: 'shop', slug: 'gh/acme/shop-api' },
      organization: { id: 'o', name: 'acme' },
      pipeline: {
        id: 'i',
        number: 130,
        created_at: AT,
        vcs: { target_repository_url: 'https://github.com/acme/shop-api', revision: SHA, branch: 'main' },
      },
      workflow: {
        id: 'w',
        name: 'build',
        created_at: AT,
        stopped_at: AT,
        url: 'https://app.circleci.com/w',
        status: 'success',
      },
    },
  },
  {
    source: 'cdevents',
    headers: {},
    payload: {
      context: {
        version: '0.4.1',
        id: 'event-1',
        source: '/ci/tekton',
        type: 'dev.cdevents.pipelinerun.finished.0.2.0',
        timestamp: AT,
      },
      subject: {
        id: 'subject-7',
        source: '/ci/tekton',
        type: 'pipelineRun',
        content: { pipelineName: 'build', outcome: 'success', url: 'https://ci.example/1' },
      },
      customData: { repository: 'acme/shop-api' },
    },
  },
  {
    source: 'opentelemetry',
    headers: {},
    payload: {
      resourceSpans: [
        {
          resource: {
            attributes: [
              { key: 'vcs.repository.url.full', value: { stringValue: 'https://github.com/acme/shop-api' } },
            ],
          },
          scopeSpans: [
            {
              scope: {},
              spans: [
                {
                  traceId: 't1',
                  spanId: 's1',
                  name: 'run',
                  kind: 1,
                  startTimeUnixNano: '1772366400000000000',
                  endTimeUnixNano: '1772366460000000000',
                  attributes: [
                    { key: 'cicd.pipeline.name', value: { stringValue: 'build' } },
                    { key: 'cicd.pipeline.run.id', value: { stringValue: '1' } },
                    { key: 'cicd.pipeline.result', value: { stringValue: 'success' } },
                  ],
                  status: {},
                },
              ],
            },
          ],
        },
      ],
    },
  },
  {
    source: 'pagerduty',
    headers: {},
    payload: {
      event: {
        id: 'E1',
        event_type: 'incident.resolved',
        resource_type: 'incident',
        occurred_at: AT,
        data: {
          id: 'P1',
          type: 'incident',
          html_url: 'https://acme.pagerduty.com/incidents/P1',
          number: 2,
          status: 'resolved',
          created_at: AT,
          title: 'slow',
          service: { id: 'S', summary: 'Shop API' },
          priority: { summary: 'P1' },
          urgency: 'high',
        },
      },
    },
  },
  {
    source: 'opsgenie',
    headers: {},
    payload: {
      action: 'Close',
      alert: {
        alertId: 'a-1',
        message: 'slow',
        priority: 'P2',
        createdAt: 1_772_366_400_000,
        updatedAt: 1_772_368_200_000,
        teams: ['shop'],
        tags: [],
        entity: 'shop-api',
      },
    },
  },
  {
    source: 'jira',
    headers: {},
    payload: {
      timestamp: 1_772_368_200_000,
      webhookEvent: 'jira:issue_updated',
      issue: {
        id: '10002',
        key: 'SHOP-12',
        self: 'https://acme.atlassian.net/rest/api/2/issue/10002',
        fields: {
          summary: 'lost',
          issuetype: { name: 'Bug' },
          priority: { name: 'High' },
          labels: ['x'],
          status: { name: 'Done', statusCategory: { key: 'done' } },
          project: { key: 'SHOP', name: 'Shop' },
          created: '2026-03-01T13:00:00.000+0100',
          updated: '2026-03-01T13:30:00.000+0100',
          resolutiondate: '2026-03-01T13:30:00.000+0100',
        },
      },
    },
  },
];

/** Events of every source that is read. */
export const WEBHOOK_EVENTS: readonly WebhookEvent[] = [...githubEvents(), ...others];
