import type { KeyObject } from 'node:crypto';
import { compactVerify } from 'jose';
import type { KeyAlgorithm } from './key-ring.ts';
import { TokenClaims } from './token-claims.ts';
import type { TokenParts } from './token-format.ts';

/** The claims of a token that passed every check, and the kid of the key that signed it. Frozen. */
export type VerifiedToken = Readonly<TokenClaims> & { readonly kid: string };

/** A key that verifies, with the one algorithm that it is for. */
export interface VerifyingKey {
  readonly alg: KeyAlgorithm;
  readonly key: KeyObject;
}

/**
 * Checks the signature and the claims of a token, times aside. The algorithm is the key's own: what a token says of it
 * must agree, and decides nothing.
 * @returns null for whatever is not right
 */
export const verifyToken = async (
  token: string,
  parts: TokenParts,
  verifying: VerifyingKey,
  expected: { readonly issuer: string; readonly audience: string },
): Promise<VerifiedToken | null> => {
  if (parts.alg !== verifying.alg) return null;
  const genuine = await compactVerify(token, verifying.key, { algorithms: [verifying.alg] }).then(
    () => true,
    () => false,
  );
  const claims = TokenClaims.safeParse(parts.payload);
  if (!genuine || !claims.success) return null;
  if (claims.data.iss !== expected.issuer || claims.data.aud !== expected.audience) return null;
  return Object.freeze({ ...claims.data, kid: parts.kid });
};
