import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';

const WORD = /^[\w.-]{1,80}$/;

const isWord = (value: unknown): value is string => typeof value === 'string' && WORD.test(value);

const codesOf = (error: unknown): string[] => {
  if (!(error instanceof Error)) return [];
  const { code } = error as { code?: unknown };
  return [...(isWord(code) ? [code] : []), ...codesOf(error.cause)];
};

/** The `error` of an OAuth answer, and the claim that was not as expected. */
const toldBy = (error: unknown): unknown[] => {
  if (error instanceof WWWAuthenticateChallengeError)
    return error.cause.map(({ parameters }) => parameters.error);
  if (error instanceof ResponseBodyError || error instanceof AuthorizationResponseError) return [error.error];
  if (error instanceof Error) return toldBy(error.cause);
  return typeof error === 'object' && error !== null && 'claim' in error ? [error.claim] : [];
};

/**
 * A failure at a provider for the log: its codes and fixed words alone. The library's own errors hold whole answers,
 * with tokens and claims in them.
 */
export const describeProviderError = (provider: string, error: unknown): Error => {
  const words = error instanceof ClientError || error instanceof TypeError ? error.message : 'refused';
  const codes = [...new Set([...toldBy(error).filter(isWord), ...codesOf(error)])];
  return new Error(`sign-in through ${provider}: ${[words, ...codes].join(', ')}`);
};

/** Whether a failure says that the provider can't be reached or is not up, rather than that it said no. */
export const isProviderDown = (error: unknown): boolean => {
  const codes = codesOf(error);
  if (codes.some((code) => code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT')) return true;
  if (error instanceof TypeError && error.message === 'fetch failed') return true;
  if (error instanceof ResponseBodyError) return error.status >= 500;
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Response && cause.status >= 500;
};
