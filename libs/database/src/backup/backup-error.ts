/**
 * `not-a-backup`, `damaged`: the file. `newer`: made by a later product. `unfit`: what is in it does not fit its own
 * migrations. `in-use`: a server, or another restore, works on the database. `not-empty`: replacing was not asked for.
 * `not-codemetrics`: the database is another program's. `no-administrator`: nobody could manage what comes out.
 */
export type BackupErrorCode =
  | 'not-a-backup'
  | 'damaged'
  | 'newer'
  | 'unfit'
  | 'in-use'
  | 'not-empty'
  | 'not-codemetrics'
  | 'no-administrator';

/** Why a backup or a restore was not done; the message says what to do. Nothing was changed. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly code: BackupErrorCode;

  constructor(code: BackupErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The file is cut off or was altered. */
export const damaged = (what: string, cause?: unknown): BackupError =>
  new BackupError('damaged', `The backup is damaged: ${what}. Nothing was changed. Take another one.`, {
    cause,
  });
