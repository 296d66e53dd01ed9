import { DomainError } from '@codemetrics/contracts';

type Claims = Readonly<Record<string, string>>;

/**
 * Issuers that give a token to anybody in the world who asks, and the claims that pin one to an owner, each with how
 * its text must begin. What isn't here, such as the workflow or the branch, anybody can have.
 */
const WORLDWIDE: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  'token.actions.githubusercontent.com': {
    repository: /^[^/*]+\//,
    repository_id: /^[^*]+$/,
    repository_owner: /^[^*]+$/,
    repository_owner_id: /^[^*]+$/,
    // A repository can choose what its `sub` is made of, but not what these parts of it say.
    sub: /^(?:repo(?:sitory)?:[^/*]+\/|repository(?:_owner|_owner_id|_id):[^:*]+(?::|$))/,
  },
  'gitlab.com': {
    project_path: /^[^/*]+\//,
    project_id: /^[^*]+$/,
    namespace_path: /^[^/*]+(?:\/|$)/,
    namespace_id: /^[^*]+$/,
    sub: /^project_path:[^/*]+\//,
  },
};

const refuse = (message: string): never => {
  throw new DomainError('invalid-input', {
    detail: `claims: ${message}`,
    errors: [{ path: 'claims', message }],
  });
};

/** Refuses claims that leave open who may come: a pattern that everything fits, or an owner that isn't named. */
export const requireBound = (issuer: string, claims: Claims): void => {
  const open = Object.keys(claims).find((name) => /^\**$/.test(claims[name]!));
  if (open !== undefined) refuse(`${open} must be more than *`);
  const { hostname } = new URL(issuer);
  const pins = Object.hasOwn(WORLDWIDE, hostname) ? WORLDWIDE[hostname]! : undefined;
  if (!pins) return;
  const isPinned = Object.entries(pins).some(
    ([name, begins]) => Object.hasOwn(claims, name) && begins.test(claims[name]!),
  );
  if (!isPinned)
    refuse(
      `anybody can have a token of ${hostname}, so one of ${Object.keys(pins).join(', ')} must name the owner, without * in its name`,
    );
};
