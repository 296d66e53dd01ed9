/** The database's superuser, which the server connects as. */
export const USER = 'codemetrics';
/** The database of the server. */
export const DATABASE = 'codemetrics';

const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  // No socket: its path may be longer than the system allows (107 bytes).
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  max_wal_size: '2GB',
  wal_compression: 'on',
  jit: 'off',
  // A table that was just filled has no statistics yet, and plans made without them read it whole.
  autovacuum_naptime: '10s',
  autovacuum_analyze_scale_factor: '0.05',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'off',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
  // Neither statements nor the rows named in an error's detail reach the log: they may hold secrets.
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
};

/** The command line settings of a postmaster. */
export function settingArguments(port: number, extra: Record<string, string> = {}): string[] {
  const all = { ...SETTINGS, ...extra, port: String(port) };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

export function databaseUrl(password: string, port: number, database = DATABASE): string {
  return `postgres://${USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
