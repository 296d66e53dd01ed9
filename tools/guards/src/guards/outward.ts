import type { Guard } from '../guard.ts';
import { api, edit, unit } from '../shown-by.ts';

/** What keeps calls outward, and those who come with a token from elsewhere, to what they may. */
export const OUTWARD: readonly Guard[] = [
  {
    promise: 'outward: only public addresses are called',
    ...edit(
      'libs/outbound/src/judge-address.ts',
      "return isPublic(meant) ? 'public' : 'forbidden';",
      "return 'public';",
    ),
    ...unit('libs/outbound/src/judge-address'),
  },
  {
    promise: 'outward: an address that embeds another is judged by that one',
    ...edit('libs/outbound/src/judge-address.ts', 'embedded(address) ?? address', 'address'),
    ...unit('libs/outbound/src/judge-address'),
  },
  {
    promise: 'outward: a name can’t change its address between check and call',
    ...edit(
      'libs/outbound/src/guarded-lookup.ts',
      'found.filter(({ address }) => isPermitted(address))',
      'found.filter(({ address }) => isPermitted !== undefined && address)',
    ),
    ...unit('libs/outbound/src/guarded-lookup'),
  },
  {
    promise: 'outward: plain http stays within the allowed networks',
    ...edit(
      'libs/outbound/src/check-target.ts',
      "verdict === 'public' && protocol === 'https:'",
      "verdict === 'public'",
    ),
    ...unit('libs/outbound/src/check-target'),
  },
  {
    promise: 'outward: a CI token is for this installation',
    ...edit(
      'libs/services/src/ci-identities/fit-identity.ts',
      "isFor(claims, identity.audience) ? [] : ['aud']",
      'isFor(claims, identity.audience) ? [] : []',
    ),
    ...api('ci-exchange-claims'),
  },
  {
    promise: 'outward: a CI token fits the claims of its trust',
    ...edit(
      'libs/services/src/ci-identities/fit-identity.ts',
      '!matchesRepository(pattern, value)',
      'matchesRepository(pattern, value) === undefined',
    ),
    ...api('ci-exchange-claims'),
  },
  {
    promise: 'outward: a CI token is no older than an hour can make it',
    ...edit(
      'libs/services/src/ci-identities/verify-ci-token.ts',
      '!(exp! - iat! > 0 && exp! - iat! <= MOST_SECONDS)',
      '!(exp! - iat! > 0)',
    ),
    ...api('ci-exchange-claims'),
  },
  {
    promise: 'outward: a CI token’s header decides nothing of its keys',
    ...edit(
      'libs/services/src/ci-identities/read-ci-token.ts',
      'if (refused !== undefined) throw',
      'if (refused === null) throw',
    ),
    ...api('ci-exchange-signature'),
  },
];
