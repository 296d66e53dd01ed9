import type { Installation } from '../../replicas/fleet.ts';
import type { Replica } from '../../replicas/replica.ts';
import type { Victim } from './kill-round.ts';

/** A server with its database, and what of them can be killed. */
export interface Setting {
  readonly name: string;
  readonly install: Installation;
  readonly replica: Replica;
  readonly victims: readonly Victim[];
  /** Asks the database directly. */
  ask(statement: string): Promise<Record<string, unknown>[]>;
}
