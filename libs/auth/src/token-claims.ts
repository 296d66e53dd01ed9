import { z } from 'zod';

/** The longest life of a token, in seconds: 10 years of 365 days, as `parseDuration('10y')` counts them. */
export const MAX_TOKEN_SECONDS = 10 * 365 * 86_400;

/** How far another machine's clock may run ahead of ours, in seconds. */
const MAX_CLOCK_SKEW_SECONDS = 60;

/** `session` is a signed-in person; `service` is a token for a script or a CI job. */
export const TokenUse = z.enum(['session', 'service']);
export type TokenUse = z.output<typeof TokenUse>;

/** The claims of a token. `iat` and `exp` are whole seconds since 1970; any further claim is refused. */
export const TokenClaims = z
  .strictObject({
    iss: z.string().min(1).max(200),
    aud: z.string().min(1).max(200),
    sub: z.string().min(1).max(200),
    jti: z.uuid().lowercase(),
    iat: z.int().nonnegative(),
    exp: z.int().positive(),
    use: TokenUse,
  })
  .refine((claims) => claims.exp > claims.iat, { path: ['exp'], error: 'exp must come after iat' })
  .refine((claims) => claims.exp - claims.iat <= MAX_TOKEN_SECONDS, {
    path: ['exp'],
    error: 'exp may be at most 10 years after iat',
  });
export type TokenClaims = z.output<typeof TokenClaims>;

/**
 * Whether claims hold at a moment: expired from the very second `exp`, not valid while `iat` lies more than
 * 60 s ahead. The comparisons are written so that an invalid date (NaN) fails.
 */
export function judgeTimes(
  claims: Pick<TokenClaims, 'iat' | 'exp'>,
  now: Date,
): 'good' | 'invalid' | 'expired' {
  const seconds = now.getTime() / 1000;
  if (!(claims.iat <= seconds + MAX_CLOCK_SKEW_SECONDS)) return 'invalid';
  return seconds < claims.exp ? 'good' : 'expired';
}
