import type { KeyRing } from '@codemetrics/auth';

/** The keys as this server holds them. What each of them is for stands in the database. */
export interface KeyStore {
  /** The keys that have not ended, oldest first. */
  ring(): KeyRing;
  /** Looks again where the keys come from; true where they changed. */
  refresh(): Promise<boolean>;
  /** Adds an entry where every server of the installation finds it; `state-conflict` where that can't be done from here. */
  add(entry: string): Promise<void>;
  /** Forgets keys that have ended. */
  leaveOut(kids: ReadonlySet<string>): void;
}
