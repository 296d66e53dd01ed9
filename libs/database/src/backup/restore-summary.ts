import type { Filled } from './fill-schema.ts';
import type { RestrictedAccess } from './restrict-access.ts';

/** What a restore did. */
export interface RestoreSummary extends Filled, RestrictedAccess {
  readonly takenAt: string;
  readonly productVersion: string;
  readonly tables: number;
  readonly rows: number;
  readonly replaced: boolean;
}
