import type { LocalRepository, Output } from '@codemetrics/cli';
import { createProgress } from '@codemetrics/cli';
import { createClient } from '@codemetrics/client';
import type { WorkloadData } from './generate/rows.ts';
import { placeRepositories } from './send/place-repositories.ts';
import { sendDemo } from './send/send-demo.ts';
import { sendRepository } from './send/send-repository.ts';

/** What is to be loaded into a fresh server. */
export interface LoadPlan {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly data: readonly WorkloadData[];
  readonly repositories: readonly {
    readonly local: LocalRepository;
    readonly workload: string | undefined;
  }[];
}

/** Signs in, makes the workloads and a service token, and sends everything with that token. Returns the token. */
export const load = async (plan: LoadPlan, screen: Output, signal: AbortSignal): Promise<string> => {
  const { url, username, password } = plan;
  const { sessionToken } = await createClient({ url }).session.create({ username, password }, { signal });
  const administrator = createClient({ url, token: sessionToken });
  const { placed, workloads } = placeRepositories(
    plan.repositories,
    plan.data.map((one) => one.workload),
  );
  await administrator.workloads.apply({ workloads: [...workloads] }, { signal });
  const { accessToken } = await administrator.tokens.create(
    {
      subject: 'demo',
      scopes: ['data:read', 'data:write'],
      ttl: '90d',
      description: 'Made by npm run demo.',
    },
    { signal },
  );
  const client = createClient({ url, token: accessToken });
  const progress = createProgress(screen);
  await sendDemo(client, plan.data, progress, signal);
  for (const one of placed) await sendRepository(client, one, progress, signal);
  return accessToken;
};
