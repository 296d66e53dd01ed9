import type { Role } from '@codemetrics/contracts';
import { Role as RoleSchema, Username } from '@codemetrics/contracts';
import { claimAt } from './claim-at.ts';
import type { Claims, IdentityProvider } from './identity-provider.ts';

/** What a person may do; `workloads` null: all. */
export interface Access {
  readonly role: Role;
  readonly workloads: readonly string[] | null;
}

/** The user that the claims of a person describe. */
export interface UserOfClaims {
  readonly subject: string;
  /** null: no claim holds a usable name. */
  readonly username: string | null;
  readonly displayName: string | null;
  /** null: no group of theirs has a role, and there is no default. */
  readonly access: Access | null;
}

const MOST_NAME_CHARACTERS = 100;
const MOST_DISPLAY_CHARACTERS = 200;
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** `Jö Doe` as `Jo-Doe`; whether somebody else has that name already is asked later. */
const toUsername = (value: unknown): string | null => {
  if (typeof value !== 'string') return null;
  const plain = value
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .trim()
    .replaceAll(/[^A-Za-z0-9._@+-]+/g, '-')
    .replaceAll(/^[^A-Za-z0-9]+|-+$/g, '')
    .slice(0, MOST_NAME_CHARACTERS);
  return Username.safeParse(plain).data ?? null;
};

/** An address that nobody has verified could be anyone's. */
const verifiedEmail = (claims: Claims): unknown =>
  claims['email_verified'] === true ? claims['email'] : undefined;

const usernameOf = (provider: IdentityProvider, claims: Claims): string | null => {
  const named = provider.usernameClaim === 'email' ? undefined : claimAt(claims, provider.usernameClaim);
  return toUsername(named) ?? toUsername(verifiedEmail(claims));
};

const displayNameOf = (provider: IdentityProvider, claims: Claims): string | null => {
  const value = claimAt(claims, provider.displayNameClaim);
  if (typeof value !== 'string') return null;
  const name = value.toWellFormed().replaceAll(CONTROLS, ' ').trim().slice(0, MOST_DISPLAY_CHARACTERS);
  return name === '' ? null : name.toWellFormed().trim();
};

const groupsOf = (provider: IdentityProvider, claims: Claims): ReadonlySet<unknown> => {
  const value = claimAt(claims, provider.groupsClaim);
  return new Set(Array.isArray(value) ? value : [value]);
};

/** The highest role of all groups that match, and the workloads of all of them together. */
const accessOf = (provider: IdentityProvider, claims: Claims): Access | null => {
  const groups = groupsOf(provider, claims);
  const matching = provider.roles.filter(({ group }) => groups.has(group));
  if (matching.length === 0)
    return provider.defaultRole === null ? null : { role: provider.defaultRole, workloads: null };
  // The roles stand in the contract from the highest to the lowest.
  const role = RoleSchema.options.find((one) => matching.some((entry) => entry.role === one))!;
  const lists = matching.map(({ workloads }) => workloads);
  const isLimited = lists.every((list) => list !== null);
  return { role, workloads: isLimited ? [...new Set(lists.flat())].sort() : null };
};

/** Reads the claims of a person as the provider's settings say. */
export const toUserOfClaims = (provider: IdentityProvider, claims: Claims): UserOfClaims => ({
  subject: claims.sub,
  username: usernameOf(provider, claims),
  displayName: displayNameOf(provider, claims),
  access: accessOf(provider, claims),
});
