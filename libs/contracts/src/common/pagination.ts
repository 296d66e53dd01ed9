import { z } from 'zod';

/** The fields that every keyset-paged listing takes. */
export const pageInput = {
  limit: z.int().min(1).max(500).default(50).describe('Rows in one page.'),
  cursor: z.string().min(1).max(500).optional().describe('`nextCursor` of the page before.'),
};

/** The end of every keyset-paged answer: null where there is nothing more. */
export const nextCursor = z.string().nullable().describe('Give it as `cursor` to read on; null at the end.');
