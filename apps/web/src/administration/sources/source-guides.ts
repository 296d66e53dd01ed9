import type { SourceId } from '@codemetrics/contracts';

/** How a provider is set up to send its events here. */
export interface SourceGuide {
  readonly name: string;
  /** `{address}` stands for the webhook’s address. */
  readonly steps: readonly string[];
  /** How a delivery proves where it comes from. */
  readonly proof: string;
  /** Words for what a workload must list, so that its events are matched. */
  readonly lists: 'repositories' | 'services';
  /** The provider makes the secret itself; it can only be brought here. */
  readonly makesSecret?: boolean;
}

/** The providers in the order in which they are shown. */
export const SOURCE_GUIDES: Readonly<Record<SourceId, SourceGuide>> = {
  github: {
    name: 'GitHub',
    steps: [
      'Open Settings → Webhooks of the organisation or repository, and add a webhook.',
      'Payload URL {address}, content type application/json, and the secret.',
      'Let me select individual events: workflow runs, workflow jobs, check runs, deployments, deployment statuses, pull requests, pull request reviews, pushes, issues, releases.',
    ],
    proof: 'X-Hub-Signature-256, made with the secret',
    lists: 'repositories',
  },
  gitlab: {
    name: 'GitLab',
    steps: [
      'Open Settings → Webhooks of the project or group, and add one.',
      'URL {address}, the secret as its secret token, SSL verification on.',
      'Triggers: push, issues, confidential issues, merge request, job, pipeline and deployment events.',
    ],
    proof: 'X-Gitlab-Token, or a signing token (whsec_…)',
    lists: 'repositories',
  },
  bitbucket: {
    name: 'Bitbucket Cloud',
    steps: [
      'Open Webhooks in the settings of the repository or workspace, and add one.',
      'URL {address}, and the secret.',
      'Choose from a full list of triggers: push, build statuses, pull requests with approvals, issues.',
    ],
    proof: 'X-Hub-Signature, made with the secret',
    lists: 'repositories',
  },
  jenkins: {
    name: 'Jenkins',
    steps: [
      'Install the Notification plugin.',
      'Add a credential of the kind “Secret text” with the address https://codemetrics:SECRET@… that stands for {address} with the secret as its password.',
      'In each job, under Job Notifications, add an endpoint: format JSON, protocol HTTP, event All Events, that credential.',
    ],
    proof: 'the secret as the password of HTTP Basic, or in X-CodeMetrics-Token',
    lists: 'repositories',
  },
  'azure-devops': {
    name: 'Azure DevOps',
    steps: [
      'Open Service hooks in the project’s settings, and add a subscription “Web Hooks” for each event: build completed, run state changed, release deployments, code pushed, pull requests, work items.',
      'Address {address}, any user name, and the secret as the password of basic authentication.',
      'Resource details to send: All.',
    ],
    proof: 'the secret as the password of HTTP Basic',
    lists: 'repositories',
  },
  circleci: {
    name: 'CircleCI',
    steps: [
      'Open Webhooks in the project’s settings, and add one.',
      'Address {address}, and the secret as its secret token.',
      'Events: Workflow Completed and Job Completed.',
    ],
    proof: 'circleci-signature, made with the secret',
    lists: 'repositories',
  },
  cdevents: {
    name: 'CDEvents',
    steps: [
      'Let the sender (Tekton, Spinnaker, Harness, an adapter) post CloudEvents to {address}.',
      'Send the header Authorization: Bearer SECRET.',
    ],
    proof: 'the secret as a bearer token',
    lists: 'repositories',
  },
  opentelemetry: {
    name: 'OpenTelemetry',
    steps: [
      'Add an otlphttp exporter to the collector, with traces_endpoint {address} and encoding: json.',
      'Give it the header Authorization: Bearer SECRET.',
      'Send the CI/CD spans through it.',
    ],
    proof: 'the secret as a bearer token',
    lists: 'repositories',
  },
  pagerduty: {
    name: 'PagerDuty',
    steps: [
      'Open Integrations → Generic Webhooks (v3), and add one for {address}.',
      'Choose the incident events, and a service, a team or the account.',
      'PagerDuty shows the secret once: set it here.',
    ],
    proof: 'X-PagerDuty-Signature, made with the secret',
    lists: 'services',
    makesSecret: true,
  },
  opsgenie: {
    name: 'Opsgenie',
    steps: [
      'Open Settings → Integrations, and add a Webhook for {address}.',
      'Add the custom header X-CodeMetrics-Token with the secret; “Add alert description” off.',
      'Choose the actions on alerts and incidents.',
    ],
    proof: 'the secret in X-CodeMetrics-Token',
    lists: 'services',
  },
  jira: {
    name: 'Jira',
    steps: [
      'As an administrator, open System → WebHooks, and add one for {address} with the secret.',
      'Events: issue created, updated, deleted. Leave “Exclude body” off.',
    ],
    proof: 'X-Hub-Signature, made with the secret',
    lists: 'services',
  },
};
