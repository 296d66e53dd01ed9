import type { LocalRepository } from '@codemetrics/cli';
import { GitError } from '@codemetrics/cli';
import type { HistoryTarget } from '@codemetrics/sources';
import type { WorkloadRow } from '../generate/rows.ts';

const GROUP = 'from disk';

/** A repository on disk with the workload that its history goes to. */
export interface Placed {
  readonly local: LocalRepository;
  readonly target: HistoryTarget;
}

/** `acme/Shop.API` becomes `shop-api`; never the id of another workload. */
const idFor = (repository: string, taken: readonly string[]): string => {
  const name = repository.split('/').at(-1)!.toLowerCase();
  const id =
    name
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+/, '')
      .slice(0, 50)
      .replace(/-+$/, '') || 'repository';
  return taken.includes(id) ? `${id}-history` : id;
};

/** Finds a workload for each repository: the one that was named, or a new one of the repository's name. */
export const placeRepositories = (
  asked: readonly { readonly local: LocalRepository; readonly workload: string | undefined }[],
  generated: readonly WorkloadRow[],
): { readonly placed: readonly Placed[]; readonly workloads: readonly WorkloadRow[] } => {
  const workloads = new Map(generated.map((one) => [one.id, one]));
  const taken = [...workloads.keys()];
  const seen = new Map<string, string>();
  const placed = asked.map(({ local, workload }) => {
    const id = workload ?? idFor(local.name, taken);
    const key = `${id} ${local.name}`;
    if (seen.has(key))
      throw new GitError(
        `${seen.get(key)} and ${local.path} are both ${local.name}; give each a --workload of its own.`,
      );
    seen.set(key, local.path);
    const { id: _, ...config } = workloads.get(id) ?? {
      ...{ id, name: local.name.slice(0, 200), description: 'The history of a repository on disk.' },
      repositoryGroups: [],
    };
    const others = config.repositoryGroups?.filter((group) => group.name !== GROUP) ?? [];
    const mine = config.repositoryGroups?.find((group) => group.name === GROUP)?.repositories ?? [];
    const repository = {
      name: local.name,
      ...(local.branch === null ? {} : { defaultBranch: local.branch }),
    };
    workloads.set(id, {
      id,
      ...config,
      repositoryGroups: [...others, { name: GROUP, repositories: [...mine, repository] }],
    });
    return { local, target: { workload: id, repository: local.name, branch: local.branch } };
  });
  return { placed, workloads: [...workloads.values()] };
};
