import { createHash } from 'node:crypto';
import { fit } from '../fit-text.ts';

const MAX_ID = 200;
const HASH = 32;

/** An id made of names, within the contract's 200 characters: of a longer one the end becomes a hash of the whole. */
export const fitId = (id: string): string => {
  if (id.length <= MAX_ID) return fit(id, MAX_ID) ?? 'unknown';
  const hash = createHash('sha256').update(id).digest('hex').slice(0, HASH);
  return `${fit(id, MAX_ID - HASH - 1) ?? ''}~${hash}`;
};
