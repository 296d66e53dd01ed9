import { z } from 'zod';
import { ExternalId, HttpUrl, line, RepositoryName, SourceName, WorkloadId } from '../common/text.ts';
import { Timestamp } from '../common/time.ts';

/** One work item or bug as it is sent. Natural key: `source`, `externalId` within its workload. */
export const IssueInput = z.strictObject({
  externalId: ExternalId,
  source: SourceName,
  workload: WorkloadId,
  repository: RepositoryName.nullish(),
  type: line(50).describe(
    '`bug`, `feature`, `task`, … as the tracker names it; `bug` is what the bug metrics count.',
  ),
  priority: line(50).nullish(),
  environmentFound: line(200)
    .nullish()
    .describe('Where a bug was found; `production` makes it an escaped one.'),
  title: line(1000).nullish(),
  openedAt: Timestamp,
  closedAt: Timestamp.nullish(),
  linkedChanges: z.array(ExternalId).max(200).nullish(),
  labels: z.array(line(200)).max(100).nullish(),
  updatedAt: Timestamp.nullish().describe(
    'When the source last changed it; a sending with an older time than the stored one changes nothing.',
  ),
  url: HttpUrl.nullish(),
});
export type IssueInput = z.output<typeof IssueInput>;
