/** Settings of the plan's databases: small, quiet, and as durable as PostgreSQL is by default. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '120',
  shared_buffers: '64MB',
  max_wal_size: '1GB',
  jit: 'off',
  wal_level: 'replica',
  max_wal_senders: '4',
  wal_keep_size: '256MB',
  log_min_messages: 'warning',
  log_line_prefix: '%m [%p] ',
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
};

/** The command line of a postmaster. */
export const postgresArguments = (
  directory: string,
  port: number,
  settings: Readonly<Record<string, string>>,
): string[] => [
  ...['-D', directory],
  ...Object.entries({ ...SETTINGS, ...settings, port: String(port) }).flatMap(([name, value]) => [
    ...['-c', `${name}=${value}`],
  ]),
];
