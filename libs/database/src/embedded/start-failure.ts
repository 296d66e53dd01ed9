import { DATABASE_URL_ADVICE, EmbeddedDatabaseError, lastLines } from './errors.ts';
import type { EmbeddedDatabaseErrorCode } from './errors.ts';

/** `leftovers` and `port` pass by themselves or with another port; the others don't. */
export type FailureKind = 'leftovers' | 'port' | 'other';

/** A postmaster that ended before it was ready. */
export class StartFailure extends EmbeddedDatabaseError {
  readonly kind: FailureKind;

  constructor(output: string, how: string, directory: string) {
    const [kind, code, advice] = classify(output);
    const quoted = lastLines(output) || 'It wrote nothing.';
    super(
      code,
      `The embedded PostgreSQL in ${directory} did not start (${how}). The last lines of postgres.log:\n` +
        `${quoted}\n${advice} ${DATABASE_URL_ADVICE}`,
    );
    this.kind = kind;
  }
}

function classify(output: string): [FailureKind, EmbeddedDatabaseErrorCode, string] {
  const says = (...texts: string[]): boolean => texts.some((text) => output.includes(text));
  if (says('pre-existing shared memory block', 'lock file "postmaster.pid" already exists')) {
    return ['leftovers', 'directory-in-use', 'End the processes named "postgres" that still use it.'];
  }
  if (says('could not bind', 'could not create any TCP/IP sockets')) {
    return ['port', 'start-failed', 'Another program took its port; start again.'];
  }
  if (says('error while loading shared libraries', 'Library not loaded', 'failed to execute')) {
    return ['other', 'cannot-run', 'Run "npm install" again, or install the library that is named.'];
  }
  if (says('No space left on device')) return ['other', 'start-failed', "Free some of the disk's space."];
  if (says('could not map anonymous shared memory', 'could not create shared memory segment')) {
    return ['other', 'cannot-run', 'Give the server more memory.'];
  }
  if (says('PANIC', 'are incompatible with server', 'could not open file', 'invalid checkpoint record')) {
    return ['other', 'corrupt-directory', 'Restore the data directory from a backup.'];
  }
  return ['other', 'start-failed', 'Put right what they name, then start again.'];
}
