import { Readable } from 'node:stream';

/** A page of a list, as every paged operation answers it. */
interface Page {
  readonly nextCursor: string | null;
  readonly [field: string]: unknown;
}

const linesOf = (page: Page, field: string): string =>
  (page[field] as readonly unknown[]).map((row) => `${JSON.stringify(row)}\n`).join('');

async function* lines(
  first: Page,
  field: string,
  next: (cursor: string) => Promise<unknown>,
): AsyncGenerator<string> {
  let page = first;
  for (;;) {
    yield linesOf(page, field);
    if (page.nextCursor === null) return;
    page = (await next(page.nextCursor)) as Page;
  }
}

/**
 * All pages of a list as newline-delimited JSON, one row a line, read page by page as fast as the caller takes them. A
 * page that can't be had breaks the answer off, so that what came is never taken for the whole.
 */
export const ndjsonOf = (
  first: unknown,
  field: string,
  next: (cursor: string) => Promise<unknown>,
): Readable => Readable.from(lines(first as Page, field, next), { objectMode: false });
