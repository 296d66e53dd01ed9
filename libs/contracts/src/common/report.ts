import { CommitSha, line, RepositoryName, WorkloadId } from './text.ts';
import { Timestamp } from './time.ts';

/** The largest report, unpacked. */
export const MAX_REPORT_BYTES = 64 * 1024 * 1024;

/** Where and when a report was made: what every upload of one tells. */
export const reportPlace = {
  workload: WorkloadId,
  repository: RepositoryName,
  commit: CommitSha,
  branch: line(255).optional().describe('Left out: counts as the default branch.'),
  takenAt: Timestamp.optional().describe(
    'When it was taken; left out: as the report says where it does, else now.',
  ),
};
