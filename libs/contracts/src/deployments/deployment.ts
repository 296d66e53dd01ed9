import { z } from 'zod';
import {
  CommitSha,
  ExternalId,
  HttpUrl,
  line,
  RepositoryName,
  SourceName,
  WorkloadId,
} from '../common/text.ts';
import { Timestamp, TimestampOut } from '../common/time.ts';

export const DeploymentStatus = z.enum(['queued', 'running', 'success', 'failure', 'cancelled']);
export type DeploymentStatus = z.output<typeof DeploymentStatus>;

/** The names of an environment that is production; SQL matches the same text, without regard to case. */
export const PRODUCTION_NAME = /^(production|prod|live)([-_ ./:].*)?$|[-_ ./:](production|prod|live)$/i;

/** Whether an environment of this name is production, where the sender does not say: `production`, `prod-eu`, `live`, `eu-prod`. */
export const isProductionName = (environment: string): boolean => PRODUCTION_NAME.test(environment);

/** One deployment of a commit as it is sent. Several rows of one `externalId` (repositories, commits) are one deployment. */
export const DeploymentInput = z
  .strictObject({
    externalId: ExternalId,
    source: SourceName,
    workload: WorkloadId,
    repository: RepositoryName,
    environment: line(200),
    production: z.boolean().nullish().describe('Whether it is production; told by the name where left out.'),
    commit: CommitSha.nullish(),
    status: DeploymentStatus,
    startedAt: Timestamp.nullish(),
    finishedAt: Timestamp.nullish(),
    unplanned: z
      .boolean()
      .nullish()
      .describe('Whether it is an unplanned fix of a problem that users see (rework).'),
    rollsBack: ExternalId.nullish().describe('externalId of the deployment that it reverts or rolls back.'),
    fixesIncident: ExternalId.nullish().describe('externalId of the incident that it answers.'),
    url: HttpUrl.nullish(),
  })
  .refine((row) => row.status === 'queued' || row.status === 'running' || row.finishedAt, {
    error: 'a deployment that has ended needs finishedAt',
    path: ['finishedAt'],
  });
export type DeploymentInput = z.output<typeof DeploymentInput>;

export const Deployment = z
  .object({
    deploymentId: z.string(),
    externalId: z.string(),
    source: z.string(),
    workload: z.string(),
    repository: z.string(),
    environment: z.string(),
    production: z.boolean(),
    commit: z.string().nullable(),
    status: DeploymentStatus,
    startedAt: TimestampOut.nullable(),
    finishedAt: TimestampOut.nullable(),
    url: z.string().nullable(),
  })
  .meta({ id: 'Deployment' });
export type Deployment = z.output<typeof Deployment>;
