import { DomainError } from '@codemetrics/contracts';

type Part = string | number;

/** An opaque place in a listing; the listing's name keeps a cursor from being used elsewhere. */
export const encodeCursor = (listing: string, parts: readonly Part[]): string =>
  Buffer.from(JSON.stringify([listing, ...parts])).toString('base64url');

// Only what the database can compare: a place never holds NUL or half a character.
const isComparable = (part: unknown): boolean =>
  typeof part === 'number' || (typeof part === 'string' && part.isWellFormed() && !part.includes('\u0000'));

/** The place that a cursor names, or undefined for none; a forged one is refused. */
export const decodeCursor = <T extends readonly Part[]>(
  cursor: string | undefined,
  listing: string,
  check: (parts: readonly Part[]) => parts is T & readonly Part[],
): T | undefined => {
  if (cursor === undefined) return undefined;
  try {
    const [name, ...parts] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [
      string,
      ...Part[],
    ];
    if (
      name === listing &&
      parts.every(isComparable) &&
      check(parts) &&
      encodeCursor(listing, parts) === cursor
    )
      return parts;
  } catch {
    // Falls through: whatever is wrong with it, the answer is the same.
  }
  throw new DomainError('invalid-cursor', {
    errors: [{ path: 'cursor', message: 'not a cursor of this listing' }],
  });
};
