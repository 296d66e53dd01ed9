import { z } from 'zod';
import { ExternalId, HttpUrl, line, SourceName, WorkloadId } from '../common/text.ts';
import { Timestamp, TimestampOut } from '../common/time.ts';

/** One incident as it is sent. Natural key: `source`, `externalId` within its workload. */
export const IncidentInput = z.strictObject({
  externalId: ExternalId,
  source: SourceName,
  workload: WorkloadId,
  severity: line(50).nullish(),
  openedAt: Timestamp,
  resolvedAt: Timestamp.nullish(),
  causedByDeployment: ExternalId.nullish().describe(
    'externalId of the deployment that caused it; else the last successful production deployment before it opened.',
  ),
  title: line(500).nullish(),
  updatedAt: Timestamp.nullish().describe(
    'When the source last changed it; a sending with an older time than the stored one changes nothing.',
  ),
  url: HttpUrl.nullish(),
});
export type IncidentInput = z.output<typeof IncidentInput>;

export const IncidentStatus = z.enum(['open', 'resolved']);
export type IncidentStatus = z.output<typeof IncidentStatus>;

/** An incident as it is read. */
export const Incident = z
  .object({
    incidentId: z.string(),
    externalId: z.string(),
    source: z.string(),
    workload: z.string(),
    status: IncidentStatus,
    severity: z.string().nullable(),
    title: z.string().nullable(),
    openedAt: TimestampOut,
    resolvedAt: TimestampOut.nullable(),
    causedByDeployment: z
      .string()
      .nullable()
      .describe('externalId of the deployment that its sender named as the cause.'),
    updatedAt: TimestampOut.nullable(),
    url: z.string().nullable(),
  })
  .meta({ id: 'Incident' });
export type Incident = z.output<typeof Incident>;
