import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** Where the snapshots stand. A change of them is a change of what others rely on, and is reviewed as one. */
export const OPENAPI_FILE = at('libs/rest/openapi.json');
export const SCHEMA_FILE = at('libs/database/schema.txt');
