import type { CodeMetricsClient } from '@codemetrics/client';
import { isProblem, paginate } from '@codemetrics/client';
import { CliError } from '../cli-error.ts';
import type { Workload } from './lists-repository.ts';
import { listsRepository } from './lists-repository.ts';

/** Where a history goes. `created` tells a workload from a later one of the same id; null where it can't be read. */
export interface Destination {
  readonly workload: string;
  readonly created: string | null;
}

/** A single quote ends the shell's own quoting, so it is taken out of it. */
const quoted = (value: unknown): string => `'${JSON.stringify(value).replaceAll("'", `'\\''`)}'`;

const curl = (method: string, url: string, body: unknown): string =>
  [
    `  curl -X ${method} -H 'Authorization: Bearer '"$SESSION" -H 'Content-Type: application/json' \\`,
    `    -d ${quoted(body)} '${url}'`,
  ].join('\n');

const entryOf = (repository: string) => ({ name: 'from git', repositories: [{ name: repository }] });

const creating = (url: string, id: string, repository: string): string =>
  curl('POST', `${url}/api/workloads`, { id, name: id, repositoryGroups: [entryOf(repository)] });

const extending = (url: string, workload: Workload, repository: string): string => {
  const { id, created: _created, updated: _updated, ...config } = workload;
  const others = config.repositoryGroups.filter((group) => group.name !== 'from git');
  const mine = config.repositoryGroups.find((group) => group.name === 'from git')?.repositories ?? [];
  return curl('PUT', `${url}/api/workloads/${id}`, {
    ...config,
    repositoryGroups: [...others, { name: 'from git', repositories: [...mine, { name: repository }] }],
  });
};

const WHO = 'with a session or a token that has the scope workloads:write';

/** What is looked for. */
export interface Wanted {
  readonly url: string;
  readonly workload: string | undefined;
  readonly repository: string;
  readonly signal: AbortSignal;
}

const find = async (client: CodeMetricsClient, { repository, url, signal }: Wanted): Promise<Workload> => {
  const found: Workload[] = [];
  for await (const workload of paginate(client.workloads.list, {}, { signal }))
    if (listsRepository(workload, repository)) found.push(workload);
  if (found.length === 1) return found[0]!;
  const id = repository
    .slice(repository.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63);
  throw new CliError(
    found.length === 0
      ? `No workload lists ${repository}. Make one, ${WHO}:\n${creating(url, id || 'my-team', repository)}`
      : `Several workloads list ${repository}: ${found.map((one) => one.id).join(', ')}. Name one with --workload.`,
  );
};

/** Finds the workload that was named, or the one that lists the repository; a `CliError` names the call that is missing. */
export const findWorkload = async (
  client: CodeMetricsClient,
  wanted: Wanted,
  warn: (text: string) => void,
): Promise<Destination> => {
  const { url, workload, repository, signal } = wanted;
  try {
    if (workload === undefined) {
      const { id, created } = await find(client, wanted);
      return { workload: id, created };
    }
    const found = await client.workloads.get({ id: workload }, { signal });
    if (!listsRepository(found, repository))
      throw new CliError(
        `The workload ${workload} does not list ${repository}. Add it, ${WHO}:\n${extending(url, found, repository)}`,
      );
    return { workload, created: found.created };
  } catch (error) {
    if (isProblem(error, 'workload-not-found') && workload !== undefined)
      throw new CliError(
        `There is no workload ${workload} at ${url}. Make it, ${WHO}:\n${creating(url, workload, repository)}`,
      );
    if (!isProblem(error, 'scope-missing')) throw error;
    if (workload === undefined)
      throw new CliError('The token lacks the scope data:read, so name the workload with --workload.');
    warn(
      `The token lacks the scope data:read: whether ${workload} lists ${repository} could not be looked at.`,
    );
    return { workload, created: null };
  }
};
