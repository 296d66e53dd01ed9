import { isAccepted } from '../http/answer.ts';
import type { Installation } from '../replicas/fleet.ts';
import { ADMIN } from '../replicas/fleet.ts';
import type { Actions } from './actions.ts';
import { WORKLOAD } from './batch.ts';
import type { Callers } from './mixed-load.ts';

/** Signs in, makes the plan’s workload and a service token for its data. */
export const firstCallers = async (
  actions: Actions,
  url: string,
  install: Installation,
): Promise<Callers> => {
  const session = await actions.signIn(url, ADMIN, install.adminPassword);
  const workload = await actions.createWorkload(url, session, WORKLOAD);
  if (!isAccepted(workload) && workload.status !== 409) throw new Error(`no workload: ${workload.text}`);
  const token = await actions.createToken(url, session, { scopes: ['data:read', 'data:write'] });
  if (token === undefined) throw new Error('no token was given');
  return { session, token };
};
