import type { Setting } from '@codemetrics/contracts';
import type { Config } from './config.ts';

type Described = Omit<Config, 'inForce'>;

interface SettingEntry {
  readonly name: string;
  readonly description: string;
  /** What holds where it is not set, in words or as it would be written; null: none. */
  readonly default: string | null;
  /** What is told of the value in force. Whatever a secret is never comes near it. */
  readonly show: (config: Described) => string | null;
  readonly isSecret?: boolean;
  /** Whether the value was read from a file, where the environment does not hold it itself. */
  readonly isFromFile?: (config: Described) => boolean;
}

const setOrNot = (value: string | undefined): string => (value === undefined ? 'not set' : 'set');
const listed = (values: readonly string[]): string | null => values.join(', ') || null;
const onOff = (isOn: boolean): string => (isOn ? 'on' : 'off');

const UNITS = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
] as const;

/** `365d`, as a setting would be written. */
const duration = (seconds: number): string => {
  const [size, unit] = UNITS.find(([one]) => seconds >= one && seconds % one === 0) ?? [1, 's'];
  return `${seconds / size}${unit}`;
};

/** Host and database alone: name and password stand in the rest. */
const hostOf = (address: string | undefined): string | null => {
  if (address === undefined) return null;
  const { protocol, host, pathname } = new URL(address);
  return `${protocol}//${host}${pathname}`;
};

/** Every setting that `readConfig` reads, in the order in which they are shown. */
export const SETTINGS: readonly SettingEntry[] = [
  {
    name: 'HOST',
    description: 'Where the server listens.',
    default: '127.0.0.1',
    show: ({ host }) => host,
  },
  {
    name: 'PORT',
    description: 'The port that it listens at; 0 takes a free one.',
    default: '3000',
    show: ({ port }) => String(port),
  },
  {
    name: 'PUBLIC_URL',
    description: 'The address that browsers use. Not set: that of each request.',
    default: null,
    show: ({ publicUrl }) => publicUrl ?? null,
  },
  {
    name: 'DATA_DIR',
    description: 'Directory of the embedded database and of the key file.',
    default: './data',
    show: ({ dataDir }) => dataDir,
  },
  {
    name: 'DATABASE_URL',
    description: 'PostgreSQL 15 or later in place of the embedded one. Shown without its user and password.',
    default: 'embedded database',
    show: ({ databaseUrl }) => hostOf(databaseUrl) ?? 'embedded database',
  },
  {
    name: 'REDIS_URL',
    description: 'A Redis that servers count calls in together. Shown without its user and password.',
    default: null,
    show: ({ redisUrl }) => hostOf(redisUrl),
  },
  {
    name: 'TOKEN_SECRET',
    description: 'The secret, or ring of secrets, of the signing keys. Not set: they stand in a file.',
    default: 'a file made at first start',
    show: () => 'set',
    isSecret: true,
    isFromFile: ({ tokenSecret }) => tokenSecret === undefined,
  },
  {
    name: 'TOKEN_SECRET_FILE',
    description: 'The file that holds the signing keys. Not set: token-secret in DATA_DIR.',
    default: null,
    show: ({ tokenSecretFile }) => tokenSecretFile ?? null,
  },
  {
    name: 'ADMIN_USERNAME',
    description: 'The first administrator’s name. Counts only while there is no user.',
    default: 'admin',
    show: ({ adminUsername }) => adminUsername,
  },
  {
    name: 'ADMIN_PASSWORD',
    description: 'The first administrator’s password. Counts only while there is no user.',
    default: 'random, printed once',
    show: ({ adminPassword }) => setOrNot(adminPassword),
    isSecret: true,
  },
  {
    name: 'LOCAL_PASSWORDS',
    description: 'Whether people may sign in with a user name and password of this server.',
    default: 'on',
    show: ({ localPasswords }) => onOff(localPasswords),
  },
  {
    name: 'OIDC_PROVIDERS',
    description: 'Providers that people sign in through. Shown with their issuers, without their secrets.',
    default: null,
    show: ({ identityProviders }) => listed(identityProviders.map(({ id, issuer }) => `${id}: ${issuer}`)),
    isFromFile: ({ identityProviders }) => identityProviders.length > 0,
  },
  {
    name: 'OIDC_PROVIDERS_FILE',
    description: 'A file that names the providers, in place of OIDC_PROVIDERS.',
    default: null,
    show: ({ identityProvidersFile }) => identityProvidersFile ?? null,
  },
  {
    name: 'SERVICE_TOKEN_TTL',
    description: 'The longest life of a service token.',
    default: '365d',
    show: ({ serviceTokenSeconds }) => duration(serviceTokenSeconds),
  },
  {
    name: 'SESSION_TTL',
    description: 'How long a person stays signed in.',
    default: '12h',
    show: ({ sessionSeconds }) => duration(sessionSeconds),
  },
  {
    name: 'RATE_LIMIT',
    description: 'Calls per credential and time.',
    default: '1000/1min',
    show: ({ rateLimit }) =>
      rateLimit === null ? 'off' : `${rateLimit.calls}/${duration(rateLimit.windowSeconds)}`,
  },
  {
    name: 'TRUST_PROXY',
    description: 'Networks of proxies whose forwarded addresses count.',
    default: null,
    show: ({ trustProxy }) => listed(trustProxy),
  },
  {
    name: 'OUTBOUND_ALLOWED',
    description: 'Private networks that calls to configured addresses may reach.',
    default: null,
    show: ({ outboundAllowed }) => listed(outboundAllowed),
  },
  {
    name: 'DRAIN_DELAY',
    description: 'How long the server goes on serving after it was told to stop.',
    default: '0s',
    show: ({ drainDelaySeconds }) => duration(drainDelaySeconds),
  },
  {
    name: 'METRICS_TOKEN',
    description: 'The bearer token that reads /metrics from elsewhere than this machine.',
    default: null,
    show: ({ metricsToken }) => setOrNot(metricsToken),
    isSecret: true,
  },
  {
    name: 'LOG_LEVEL',
    description: 'How much is logged.',
    default: 'info',
    show: ({ logLevel }) => logLevel,
  },
];

/** The settings as they may be shown. `isSet` says whether the environment holds one. */
export const describeSettings = (config: Described, isSet: (name: string) => boolean): readonly Setting[] =>
  SETTINGS.map(({ name, description, default: fallback, show, isSecret = false, isFromFile }) => ({
    name,
    description,
    value: show(config),
    default: fallback,
    origin: isSet(name) ? 'environment' : isFromFile?.(config) ? 'file' : 'default',
    secret: isSecret,
  }));
