import type { JWTPayload } from 'jose';
import { errors, jwtVerify } from 'jose';
import type { Deps } from '../deps.ts';
import { CiTokenRefused } from './ci-token-refused.ts';
import { CI_TOKEN_ALGORITHMS } from './read-ci-token.ts';

const CLOCK_TOLERANCE_SECONDS = 30;
const MOST_SECONDS = 3600;

/** The claims of a token that its issuer has signed and that holds now. */
export type CiClaims = JWTPayload & { readonly iss: string; readonly sub: string };

/**
 * Checks the signature of a token by the keys of its issuer, which must be a trusted one, and its times.
 * @throws CiTokenRefused, IssuerFailed
 */
export const verifyCiToken = async (
  deps: Pick<Deps, 'issuerKeys' | 'now'>,
  token: string,
  issuer: string,
): Promise<CiClaims> => {
  const now = deps.now();
  try {
    const { payload } = await jwtVerify(token, (header) => deps.issuerKeys.find(issuer, header), {
      algorithms: [...CI_TOKEN_ALGORITHMS],
      issuer,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: now,
      requiredClaims: ['exp', 'iat', 'aud', 'sub'],
    });
    const { exp, iat, sub } = payload;
    const seconds = now.getTime() / 1000;
    // Written so that NaN and infinity fail.
    if (!(iat! <= seconds + CLOCK_TOLERANCE_SECONDS)) throw new CiTokenRefused('it was issued in the future');
    if (!(exp! - iat! > 0 && exp! - iat! <= MOST_SECONDS))
      throw new CiTokenRefused(`it lives longer than ${MOST_SECONDS} seconds`);
    if (typeof sub !== 'string' || sub === '') throw new CiTokenRefused('no subject');
    return payload as CiClaims;
  } catch (error) {
    // What these errors say is fixed text and names of fields.
    if (error instanceof errors.JOSEError) throw new CiTokenRefused(error.message.slice(0, 200));
    // A key that can't be used: malformed, or too short.
    if (error instanceof TypeError || error instanceof DOMException)
      throw new CiTokenRefused('the issuer’s key can’t be used');
    throw error;
  }
};
