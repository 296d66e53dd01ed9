import type { Verb } from '../verb.ts';

export const listSignInProviders: Verb<'session', 'providers'> = (deps) =>
  Promise.resolve({
    localPasswords: deps.settings.localPasswords,
    providers: deps.identityProviders.all.map(({ id, name }) => ({
      id,
      name,
      url: `/auth/oidc/${id}/start`,
    })),
  });
