import type { Guard } from '../guard.ts';
import { api, edit, unit } from '../shown-by.ts';

const FOLDER = 'libs/services/src/identity-providers';

/** What makes signing in through a provider safe. */
export const SIGN_ON: readonly Guard[] = [
  {
    promise: 'sign-on: the answer is to the question of this browser (state)',
    edits: [
      {
        file: `${FOLDER}/complete-sign-in.ts`,
        find: "if (!isState(flow, answer)) throw new DomainError('sign-in-expired');",
        replace: '',
      },
      {
        file: `${FOLDER}/fetch-claims.ts`,
        find: 'expectedState: flow.state,',
        replace: "expectedState: answer.searchParams.get('state') ?? '',",
      },
    ],
    ...api('oidc'),
  },
  {
    promise: 'sign-on: an ID token is of this sign-in (nonce)',
    ...edit(`${FOLDER}/fetch-claims.ts`, 'expectedNonce: flow.nonce,', ''),
    ...api('oidc-checks'),
  },
  {
    promise: 'sign-on: an ID token is signed by its provider',
    ...edit(
      `${FOLDER}/create-identity-providers.ts`,
      '      enableNonRepudiationChecks,\n',
      '      () => void enableNonRepudiationChecks,\n',
    ),
    ...api('oidc-checks'),
  },
  {
    promise: 'sign-on: a sign-in is completed within ten minutes',
    ...edit(`${FOLDER}/sign-in-flow.ts`, 'flow.until > deps.now().getTime()', 'flow.until > 0'),
    ...api('oidc'),
  },
  {
    promise: 'sign-on: nobody is sent elsewhere after it',
    ...edit(`${FOLDER}/local-path.ts`, 'url.origin !== ANY_ORIGIN ||', ''),
    ...unit(`${FOLDER}/local-path`),
  },
  {
    promise: 'sign-on: the last administrator is not demoted by claims',
    ...edit(`${FOLDER}/sync-user.ts`, 'const access = isLast ? user : wanted;', 'const access = wanted;'),
    ...api('oidc-users'),
  },
];
