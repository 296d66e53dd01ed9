import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { DomainError } from '@codemetrics/contracts';
import type { Deps } from '../deps.ts';
import { localPath } from './local-path.ts';
import { sealSignInFlow } from './sign-in-flow.ts';

/** A sign-in that has begun. */
export interface BegunSignIn {
  /** The provider's page that the browser goes to. */
  readonly redirectTo: string;
  /** What the browser keeps in a cookie until it comes back. */
  readonly flow: string;
}

/**
 * Begins to sign a person in through a provider. `origin` is the address that the browser uses for this server.
 * @throws DomainError `not-found`, `invalid-input` for a `next` that is no path of this app, `provider-unavailable`
 */
export const beginSignIn = async (
  deps: Deps,
  input: { readonly provider: string; readonly next: string; readonly origin: string },
): Promise<BegunSignIn> => {
  const provider = deps.identityProviders.get(input.provider);
  const next = localPath(input.next);
  if (next === undefined) {
    const message = 'must be a path of this app';
    throw new DomainError('invalid-input', {
      detail: `next: ${message}`,
      errors: [{ path: 'next', message }],
    });
  }
  const configuration = await deps.identityProviders.configuration(provider);
  const redirectUri = `${input.origin}/auth/oidc/${provider.id}/callback`;
  const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
  const redirectTo = buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: provider.scopes,
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  return {
    redirectTo: redirectTo.href,
    flow: sealSignInFlow(deps, { provider: provider.id, state, nonce, verifier, redirectUri, next }),
  };
};
