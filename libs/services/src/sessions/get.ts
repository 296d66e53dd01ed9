import { known } from '../actor.ts';
import type { Verb } from '../verb.ts';

export const getSession: Verb<'session', 'get'> = (_deps, actor) => {
  const someone = known(actor);
  return Promise.resolve({
    kind: someone.kind,
    sub: someone.kind === 'service' ? someone.subject : someone.username,
    user: {
      userId: someone.userId,
      username: someone.username,
      displayName: someone.displayName,
      role: someone.role,
    },
    roles: [someone.role],
    scopes: [...someone.scopes],
    workloads: someone.workloads === null ? null : [...someone.workloads],
    expires: someone.expires.toISOString(),
    ...(someone.kind === 'service' ? { tokenId: someone.tokenId } : {}),
  });
};
