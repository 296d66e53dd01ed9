import { hash, verify } from '@node-rs/argon2';
import type { Options } from '@node-rs/argon2';
import { MAX_PASSWORD_CHARACTERS, MIN_PASSWORD_CHARACTERS, normalizePassword } from './password-policy.ts';

/** Argon2id (2 in the package's enum, which types alone cannot import) at the OWASP minimum. */
const PARAMETERS: Options = {
  algorithm: 2,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
  outputLen: 32,
};

/** A hash with the same parameters of a random password that nobody knows, for users who do not exist. */
const DUMMY_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$MssCHR1ZGdGtB/aolkJmzw$hUTD4UlpFp9wh8G9SI1HXH+YQkPD1m7DFtJdgq4yXwI';

/**
 * The Argon2id hash of a password, as a PHC string with its own random salt.
 * @throws RangeError unless it has 12 to 256 characters after normalisation
 */
export async function hashPassword(password: string): Promise<string> {
  const normalized = normalizePassword(password);
  const length = normalized === null ? Infinity : [...normalized].length;
  if (normalized === null || length < MIN_PASSWORD_CHARACTERS || length > MAX_PASSWORD_CHARACTERS) {
    throw new RangeError(
      `A password has ${MIN_PASSWORD_CHARACTERS} to ${MAX_PASSWORD_CHARACTERS} characters.`,
    );
  }
  return hash(normalized, PARAMETERS);
}

/**
 * Whether a password matches a stored hash. A null hash (no such user) does the same work and returns false,
 * so that the time taken does not tell which users exist; so does a password of impossible length.
 * @throws Error if the stored hash is no PHC string
 */
export async function verifyPassword(storedHash: string | null, password: string): Promise<boolean> {
  const normalized = normalizePassword(password);
  const matches = await verify(storedHash ?? DUMMY_HASH, normalized ?? '');
  return storedHash !== null && normalized !== null && matches;
}
