import type { Part } from '../plan/part.ts';
import { databaseDown } from './database-down/index.ts';
import { failover } from './failover/index.ts';
import { ingest } from './ingest/index.ts';
import { revocation } from './revocation/index.ts';

/** The whole plan, in its order. */
export const PARTS: readonly Part[] = [revocation, databaseDown, ingest, failover];
