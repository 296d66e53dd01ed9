import { randomBytes } from 'node:crypto';

/**
 * A UUID version 7 (RFC 9562 section 5.7): 48 bits of milliseconds since 1970, then 74 random bits. Ids of
 * different milliseconds sort by time; those of the same one in no particular order.
 * @param random gives n random bytes; tests pass their own
 * @throws RangeError for a date before 1970, past the year 10889, or invalid
 */
export function uuidv7(now: Date, random: (n: number) => Uint8Array = randomBytes): string {
  const milliseconds = now.getTime();
  if (!(milliseconds >= 0 && milliseconds < 2 ** 48))
    throw new RangeError('A UUIDv7 needs a date after 1970.');
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(Math.floor(milliseconds), 0, 6);
  bytes.set(random(10).subarray(0, 10), 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
