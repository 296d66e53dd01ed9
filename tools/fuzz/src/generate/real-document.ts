import { readFileSync } from 'node:fs';
import type { ApiDocument } from '../document/api-document.ts';

/** For tests: the document as it is kept beside the code that makes it. */
export const realDocument = (): ApiDocument =>
  JSON.parse(
    readFileSync(new URL('../../../../libs/rest/openapi.json', import.meta.url), 'utf8'),
  ) as ApiDocument;
