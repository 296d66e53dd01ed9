import type { OutputOf } from '@codemetrics/client';

/** A workload as the server tells it. */
export type Workload = OutputOf<'workloads', 'get'>;

const fits = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\/-]/g, '\\$&').replaceAll('*', '[^]*')}$`).test(text);

/** Whether an entry means a repository: `*` stands for any characters, and an entry without an owner for any owner. */
const means = (entry: string, repository: string): boolean =>
  fits(entry, repository) ||
  (!entry.includes('/') && fits(entry, repository.slice(repository.indexOf('/') + 1)));

/** Whether a workload lists a repository, by the server’s own rule. */
export const listsRepository = (workload: Pick<Workload, 'repositoryGroups'>, repository: string): boolean =>
  workload.repositoryGroups.some((group) =>
    group.repositories.some((entry) => means(entry.name, repository)),
  );
