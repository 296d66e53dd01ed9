import { meansRepository } from '@codemetrics/contracts';
import type { OutputOf } from '@codemetrics/client';

/** A workload as the server tells it. */
export type Workload = OutputOf<'workloads', 'get'>;

/** Whether a workload lists a repository, by the server’s own rule. */
export const listsRepository = (workload: Pick<Workload, 'repositoryGroups'>, repository: string): boolean =>
  workload.repositoryGroups.some((group) =>
    group.repositories.some((entry) => meansRepository(entry.name, repository)),
  );
