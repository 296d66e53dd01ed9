import type { DeliveryPlace } from '@codemetrics/database';
import { decodeCursor } from '../cursor.ts';

/** The place among deliveries that a cursor names, or undefined for none. */
export const deliveryPlace = (cursor: string | undefined, listing: string): DeliveryPlace | undefined => {
  const parts = decodeCursor(
    cursor,
    listing,
    (some): some is [string, string] =>
      some.every((part) => typeof part === 'string') && !Number.isNaN(Date.parse(String(some[0]))),
  );
  return parts && { receivedAt: parts[0], deliveryId: parts[1] };
};
