import type { ClientAuth, Configuration } from 'openid-client';
import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import { DomainError } from '@codemetrics/contracts';
import { describeProviderError } from './describe-provider-error.ts';
import type { IdentityProvider } from './identity-provider.ts';

/** How long one call to a provider may take. */
const TIMEOUT_SECONDS = 5;
/** How long what a provider says of itself is used before it is asked again. */
const FRESH_MS = 3_600_000;

/** The providers of this installation. */
export interface IdentityProviders {
  readonly all: readonly IdentityProvider[];
  /** The provider by its id; `not-found` where there is none. */
  get(id: string): IdentityProvider;
  /** The provider as a client sees it; `provider-unavailable` while it can't be asked. */
  configuration(provider: IdentityProvider): Promise<Configuration>;
}

/** The secret in a header, as the standard has it, unless the settings or the provider want it in the body. */
const clientAuthentication = ({ clientSecret, clientAuthentication: how }: IdentityProvider): ClientAuth => {
  const basic = ClientSecretBasic(clientSecret);
  const post = ClientSecretPost(clientSecret);
  return (as, client, body, headers) => {
    const methods = as.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const byBody =
      how === undefined
        ? !methods.includes('client_secret_basic') && methods.includes('client_secret_post')
        : how === 'post';
    return (byBody ? post : basic)(as, client, body, headers);
  };
};

const discover = (provider: IdentityProvider): Promise<Configuration> => {
  const issuer = new URL(provider.issuer);
  return discovery(issuer, provider.clientId, {}, clientAuthentication(provider), {
    timeout: TIMEOUT_SECONDS,
    execute: [
      // Without it the library trusts an ID token of the token endpoint by the connection alone.
      enableNonRepudiationChecks,
      ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : []),
    ],
  });
};

/** Nothing is asked before the first sign-in, so that a provider that is down holds up no start. */
export const createIdentityProviders = (
  all: readonly IdentityProvider[],
  now: () => Date,
): IdentityProviders => {
  const known = new Map<string, { readonly configuration: Configuration; readonly until: number }>();
  const asked = new Map<string, Promise<Configuration>>();
  const ask = (provider: IdentityProvider): Promise<Configuration> => {
    const running = asked.get(provider.id);
    if (running) return running;
    const asking = discover(provider)
      .then((configuration) => {
        known.set(provider.id, { configuration, until: now().getTime() + FRESH_MS });
        return configuration;
      })
      .finally(() => asked.delete(provider.id));
    asked.set(provider.id, asking);
    return asking;
  };
  return {
    all,
    get: (id) => {
      const provider = all.find((one) => one.id === id);
      if (!provider) throw new DomainError('not-found', { detail: 'There is no such provider.' });
      return provider;
    },
    configuration: async (provider) => {
      const last = known.get(provider.id);
      if (last && last.until > now().getTime()) return last.configuration;
      try {
        return await ask(provider);
      } catch (error) {
        if (last) return last.configuration;
        throw new DomainError('provider-unavailable', { cause: describeProviderError(provider.id, error) });
      }
    },
  };
};
