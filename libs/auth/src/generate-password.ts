import { randomInt } from 'node:crypto';

/** Lower-case letters and digits that nobody mistakes for each other: no 0, o, 1, i or l. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 5;
const GROUP_LENGTH = 5;

/** A random password such as `k7m2p-xw4td-...`: 5 groups of 5 out of 31 characters, about 124 bits. */
export function generatePassword(): string {
  const group = () =>
    Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
