export type EmbeddedDatabaseErrorCode =
  | 'directory-in-use'
  | 'directory-unusable'
  | 'cannot-run'
  | 'corrupt-directory'
  | 'other-version'
  | 'start-failed';

/** How to do without the embedded database; ends the messages where that is the way out. */
export const DATABASE_URL_ADVICE =
  'Or use a PostgreSQL server of your own: set DATABASE_URL=postgres://user:password@host:5432/database ' +
  'and start again; the embedded database is then not started.';

/** Why the embedded database could not start; the message says what happened and what to do next. */
export class EmbeddedDatabaseError extends Error {
  readonly code: EmbeddedDatabaseErrorCode;

  constructor(code: EmbeddedDatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddedDatabaseError';
    this.code = code;
  }
}

/** The directory has an owner that lives. */
export function directoryInUse(directory: string, pid: number | string | undefined): EmbeddedDatabaseError {
  const owner =
    pid === undefined ? 'another CodeMetrics server' : `another CodeMetrics server (process ${pid})`;
  return new EmbeddedDatabaseError(
    'directory-in-use',
    `The data directory ${directory} is in use by ${owner}. Stop that server first, ` +
      `or give this one a directory of its own with DATA_DIR. ${DATABASE_URL_ADVICE}`,
  );
}

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
}

export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The last lines of an output, for quoting in a message. */
export function lastLines(output: string, count = 8): string {
  return output.trim().split('\n').slice(-count).join('\n');
}
