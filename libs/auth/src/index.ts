export { auditEntryHash, createChainVerifier, FIRST_PREVIOUS_HASH } from './audit-chain.ts';
export type { ChainFault, ChainHead, ChainVerifier, UnhashedEntry } from './audit-chain.ts';
export { parseCidrs } from './cidr.ts';
export type { CidrMatcher } from './cidr.ts';
export { MAX_DURATION_SECONDS, parseDuration } from './duration.ts';
export { generatePassword } from './generate-password.ts';
export { uuidv7 } from './ids.ts';
export { jsonWebKeySet } from './json-web-keys.ts';
export type { PublicJsonWebKey } from './json-web-keys.ts';
export { createKeyRingText, createRingKey, MIN_SECRET_BYTES, parseKeyRing } from './key-ring.ts';
export type { KeyAlgorithm, KeyRing, RingKey } from './key-ring.ts';
export { appendToKeyRingFile, loadOrCreateKeyRingFile } from './key-ring-file.ts';
export { checkPasswordPolicy, MAX_PASSWORD_CHARACTERS, MIN_PASSWORD_CHARACTERS } from './password-policy.ts';
export { hashPassword, verifyPassword } from './password.ts';
export {
  effectiveScopes,
  effectiveWorkloads,
  grantableScopes,
  isWithin,
  isWithinWorkloads,
} from './permissions.ts';
export { openSecret, sealedWith, sealSecret } from './seal-secret.ts';
export { MAX_TOKEN_SECONDS, TokenUse } from './token-claims.ts';
export type { TokenClaims } from './token-claims.ts';
export { createTokenCodec } from './token-codec.ts';
export type { TokenCodec, TokenCodecOptions, TokenInput } from './token-codec.ts';
export { TokenError } from './token-error.ts';
export type { TokenErrorReason } from './token-error.ts';
export { createTokenVerifier } from './token-verifier.ts';
export type { TokenVerifier, TokenVerifierOptions } from './token-verifier.ts';
export type { VerifiedToken } from './verify-token.ts';
