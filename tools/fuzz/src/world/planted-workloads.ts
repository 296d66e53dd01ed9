import type { Api } from './api.ts';
import { plantRows } from './planted-rows.ts';

/** The owners of the repositories in the examples of webhooks. */
const OWNERS = ['acme', 'Codertocat', 'octo-org', 'octocat'];

/** Makes a workload with rows of every kind; `mark` stands in all their texts. */
export const plantWorkload = async (api: Api, admin: string, id: string, mark: string): Promise<void> => {
  const owners = id === 'my-team' ? OWNERS : [mark];
  await api('POST', '/workloads', admin, {
    id,
    name: `Team ${mark}`,
    description: mark,
    tags: { mark },
    services: id === 'my-team' ? ['Shop API', 'shop-api', 'SHOP', 'shop'] : [mark],
    repositoryGroups: [{ name: mark, repositories: owners.map((owner) => ({ name: `${owner}/*` })) }],
  });
  await plantRows(api, admin, id, mark);
};
