import type { Part } from '../plan/part.ts';
import { clock } from './clock/index.ts';
import { databaseDown } from './database-down/index.ts';
import { failover } from './failover/index.ts';
import { ingest } from './ingest/index.ts';
import { leaks } from './leaks/index.ts';
import { migrations } from './migrations/index.ts';
import { overload } from './overload/index.ts';
import { rateLimits } from './rate-limits/index.ts';
import { revocation } from './revocation/index.ts';
import { rolling } from './rolling/index.ts';
import { slowConnections } from './slow-connections/index.ts';

/** The whole plan, in its order. */
export const PARTS: readonly Part[] = [
  revocation,
  databaseDown,
  ingest,
  failover,
  rolling,
  migrations,
  slowConnections,
  rateLimits,
  clock,
  overload,
  leaks,
];
