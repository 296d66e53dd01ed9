/** What the command can't do; the message is for the person who called it, and says what to do. */
export class CliError extends Error {
  override readonly name: string = 'CliError';
}

/** The command line or a setting is wrong; the message says how it should be. */
export class UsageError extends CliError {
  override readonly name = 'UsageError';
}
