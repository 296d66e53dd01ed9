/** One line for the server's own log. */
export interface LogEntry {
  level: 'info' | 'warn' | 'error';
  message: string;
  [key: string]: unknown;
}

export type Log = (entry: LogEntry) => void;

export interface EmbeddedOptions {
  /** The data directory (DATA_DIR); made when missing, mode 0700. */
  directory: string;
  log: Log;
  /** Extra PostgreSQL settings, passed as `-c name=value`; they win over the built-in ones. */
  settings?: Record<string, string>;
}

export interface EmbeddedDatabase {
  /** `postgres://user:password@127.0.0.1:port/codemetrics`; stays valid when the database is restarted. */
  readonly url: string;
  /** Process id of the current postmaster. */
  readonly pid: number;
  /** Shuts the database down and gives the directory free. May be called more than once. */
  stop(): Promise<void>;
  /** Called once when the database died and could not be brought back. */
  onUnrecoverable(callback: (error: Error) => void): void;
}
