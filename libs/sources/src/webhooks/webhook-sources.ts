import type { SourceId } from '@codemetrics/contracts';
import { azureDevopsSource } from './azure-devops/index.ts';
import { bitbucketSource } from './bitbucket/index.ts';
import { circleciSource } from './circleci/index.ts';
import { cdeventsSource } from './cdevents/index.ts';
import { githubSource } from './github/index.ts';
import { gitlabSource } from './gitlab/index.ts';
import { jenkinsSource } from './jenkins/index.ts';
import { jiraSource } from './jira/index.ts';
import { opentelemetrySource } from './opentelemetry/index.ts';
import { opsgenieSource } from './opsgenie/index.ts';
import { pagerdutySource } from './pagerduty/index.ts';
import type { WebhookSource } from './webhook-source.ts';

/** Every provider whose webhooks are read: one folder here each. */
export const WEBHOOK_SOURCES: Readonly<Record<SourceId, WebhookSource>> = {
  github: githubSource,
  gitlab: gitlabSource,
  bitbucket: bitbucketSource,
  jenkins: jenkinsSource,
  'azure-devops': azureDevopsSource,
  circleci: circleciSource,
  pagerduty: pagerdutySource,
  opsgenie: opsgenieSource,
  jira: jiraSource,
  cdevents: cdeventsSource,
  opentelemetry: opentelemetrySource,
};
