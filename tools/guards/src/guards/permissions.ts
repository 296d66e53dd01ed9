import type { Guard } from '../guard.ts';
import { api, edit } from '../shown-by.ts';

/** What keeps everyone to what they may do. */
export const PERMISSIONS: readonly Guard[] = [
  {
    promise: 'permissions: an operation takes its scope',
    ...edit('libs/api/src/admit.ts', 'if (scope !== undefined) requireScope(actor, scope);', ''),
    ...api('permissions'),
  },
  {
    promise: 'permissions: what takes a person is refused to a service token',
    // The verb itself asks again.
    edits: [
      {
        file: 'libs/api/src/admit.ts',
        find: "operation.access === 'session' && actor.kind !== 'session'",
        replace: 'operation.access === undefined',
      },
      {
        file: 'libs/services/src/actor.ts',
        find: "if (someone.kind !== 'session') throw new DomainError('session-required');",
        replace: '',
      },
    ],
    ...api('permissions'),
  },
  {
    promise: 'permissions: a service token never manages tokens, users or keys',
    ...edit('libs/auth/src/permissions.ts', '!SESSION_ONLY_SCOPES.includes(scope)', 'true'),
    ...api('permissions'),
  },
  {
    promise: 'permissions: workloads beyond the limit are refused',
    ...edit('libs/services/src/workloads/access.ts', 'if (outside.length > 0) throw forbidden(outside);', ''),
    ...api('ingest'),
  },
  {
    promise: 'permissions: nobody gives a token more than they have',
    ...edit('libs/services/src/service-tokens/grant.ts', '!isWithin(grantable, scopes)', 'scopes.length < 0'),
    ...api('service-tokens'),
  },
  {
    promise: 'permissions: the last administrator stays one',
    ...edit(
      'libs/services/src/users/update.ts',
      '!stays && administrators.length === 1',
      '!stays && administrators.length === 0',
    ),
    ...api('users'),
  },
  {
    promise: 'permissions: another’s token answers like none',
    ...edit(
      'libs/services/src/service-tokens/find-own.ts',
      "!row || (someone.role !== 'admin' && row.user_id !== someone.userId)",
      '!row',
    ),
    ...api('service-tokens-managing'),
  },
  {
    promise: 'permissions: a cookie changes nothing for another site',
    ...edit('libs/api/src/admit.ts', '!ctx.sameSite', 'false'),
    ...api('sessions'),
  },
  {
    promise: 'permissions: a token bound to networks is refused elsewhere',
    ...edit(
      'libs/services/src/authenticate.ts',
      'row.allowed_cidrs !== null && !parseCidrs',
      'row.allowed_cidrs === undefined && !parseCidrs',
    ),
    ...api('service-tokens-limits'),
  },
];
