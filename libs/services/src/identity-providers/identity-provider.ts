import type { Role } from '@codemetrics/contracts';

/** What the members of one group at a provider may do here. */
export interface GroupRole {
  readonly group: string;
  readonly role: Role;
  /** null: all. */
  readonly workloads: readonly string[] | null;
}

/** An OpenID Connect provider that people sign in through, as the settings tell of it. */
export interface IdentityProvider {
  /** Stands in addresses and beside each user of it, so it means one issuer for good. */
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** How the secret is sent; undefined: as the provider takes it. */
  readonly clientAuthentication: 'basic' | 'post' | undefined;
  readonly scopes: string;
  readonly usernameClaim: string;
  readonly displayNameClaim: string;
  readonly groupsClaim: string;
  readonly roles: readonly GroupRole[];
  /** For whoever is in no such group; null: they are refused. */
  readonly defaultRole: Role | null;
  /** Whether name, role and workloads follow the claims at every sign-in, or are set by the first alone. */
  readonly sync: boolean;
}

/** What a provider says of a person: the claims of its ID token and its user info. */
export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string };
