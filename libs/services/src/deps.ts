import type { Kysely } from 'kysely';
import type { KeyRing, TokenCodec } from '@codemetrics/auth';
import type { Setting } from '@codemetrics/contracts';
import type { Database } from '@codemetrics/database';
import type { Outbound } from '@codemetrics/outbound';
import type { IssuerKeys } from './ci-identities/issuer-keys.ts';
import type { IdentityProviders } from './identity-providers/create-identity-providers.ts';
import type { DenialRecorder } from './audit/denial-recorder.ts';
import type { SignInGuard } from './sessions/sign-in-guard.ts';
import type { KeyStore } from './signing-keys/key-store.ts';
import type { UsageRecorder } from './service-tokens/usage-recorder.ts';

/** Settings that verbs read; durations are seconds. */
export interface ServiceSettings {
  readonly version: string;
  readonly serviceTokenSeconds: number;
  readonly sessionSeconds: number;
  /** Whether user names and passwords of this server are taken. */
  readonly localPasswords: boolean;
  readonly rateLimit: { readonly calls: number; readonly windowSeconds: number } | null;
  /** All settings, to be shown: without any secret. */
  readonly inForce: readonly Setting[];
}

/** Everything that a verb may use. Clock and ids are given, so that a test can set them. */
export interface Deps {
  readonly db: Kysely<Database>;
  /** For query jobs: its statements may last minutes. */
  readonly longDb: Kysely<Database>;
  /** Told that a query job waits. */
  readonly wakeQueryJobs: () => void;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly codec: TokenCodec;
  /** The keys that seal and open, as they are now. */
  readonly ring: KeyRing;
  readonly keys: KeyStore;
  /** The later of this server's clock and the database's: by whichever a credential has ended, it has. */
  readonly latest: (databaseNow: Date) => Date;
  /** The earlier of the two: what begins or ends now does so at once by either. */
  readonly earliest: (databaseNow: Date) => Date;
  readonly settings: ServiceSettings;
  readonly signInGuard: SignInGuard;
  readonly identityProviders: IdentityProviders;
  readonly usage: UsageRecorder;
  readonly denials: DenialRecorder;
  /** Calls to addresses that users configure. */
  readonly outbound: Outbound;
  /** The keys of the CI systems that are trusted. */
  readonly issuerKeys: IssuerKeys;
  /** Tells the log of a failure that the answer shows only in part. */
  readonly report: (error: unknown) => void;
}
