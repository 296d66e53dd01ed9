import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { MAX_TOKEN_SECONDS, parseCidrs, parseDuration } from '@codemetrics/auth';
import type { Setting } from '@codemetrics/contracts';
import { Username } from '@codemetrics/contracts';
import type { IdentityProvider } from '@codemetrics/services';
import { readIdentityProviders } from './identity-provider-settings.ts';
import { isLoopback } from './is-loopback.ts';
import { describeSettings } from './settings-in-force.ts';

/** Every setting, read once from the environment. Durations are seconds. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly tokenSecret: string | undefined;
  readonly tokenSecretFile: string | undefined;
  readonly adminUsername: string;
  readonly adminPassword: string | undefined;
  readonly serviceTokenSeconds: number;
  readonly sessionSeconds: number;
  readonly rateLimit: { readonly calls: number; readonly windowSeconds: number } | null;
  /** A Redis that servers count calls in together. */
  readonly redisUrl: string | undefined;
  /** How long the server goes on serving after it was told to stop, while `ready` says no. */
  readonly drainDelaySeconds: number;
  readonly trustProxy: readonly string[];
  /** Networks that calls outward may reach beyond the public internet. */
  readonly outboundAllowed: readonly string[];
  /** The address that browsers use, without a path; undefined: that of each request. */
  readonly publicUrl: string | undefined;
  readonly localPasswords: boolean;
  readonly identityProviders: readonly IdentityProvider[];
  readonly identityProvidersFile: string | undefined;
  readonly metricsToken: string | undefined;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  readonly version: string;
  /** All of them, to be shown: what a secret is stands in none. */
  readonly inForce: readonly Setting[];
}

/** A setting that can't be read; the message names it and says what it takes. Never holds a secret's value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

const text = (env: Environment, name: string): string | undefined => {
  const value = env[name]?.trim();
  return value === undefined || value === '' ? undefined : value;
};

const reading = <T>(name: string, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    throw new ConfigError(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const portOf = (value: string): number => {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535)
    throw new Error('must be a port from 0 to 65535; 0 takes a free one');
  return Number(value);
};

/** `1000/1m`: here a bare `m` is a minute, since a rate by the month makes no sense. */
const rateOf = (value: string): Config['rateLimit'] => {
  if (value.toLowerCase() === 'off') return null;
  const [, calls, window] = /^(\d{1,9})\/(\d*(?:s|m|min|h|d))$/.exec(value) ?? [];
  if (!calls || !window || Number(calls) === 0)
    throw new Error('must be CALLS/WINDOW such as 1000/1m, or off');
  const unit = window.replace(/^\d*/, '').replace(/^m$/, 'min');
  return { calls: Number(calls), windowSeconds: parseDuration(`${window.match(/^\d+/)?.[0] ?? '1'}${unit}`) };
};

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const levelOf = (value: string): Config['logLevel'] => {
  const level = LEVELS.find((one) => one === value);
  if (level === undefined) throw new Error(`must be one of ${LEVELS.join(', ')}`);
  return level;
};

const databaseUrlOf = (value: string): string => {
  if (!URL.canParse(value) || !/^postgres(ql)?:$/.test(new URL(value).protocol))
    throw new Error('must be postgres://USER:PASSWORD@HOST:PORT/DATABASE');
  return value;
};

const redisUrlOf = (value: string): string => {
  if (!URL.canParse(value) || !/^rediss?:$/.test(new URL(value).protocol))
    throw new Error('must be redis://USER:PASSWORD@HOST:PORT, or rediss:// for TLS');
  return value;
};

const cidrsOf = (value: string): string[] => {
  const list = value.split(/[\s,]+/).filter((one) => one !== '');
  parseCidrs(list);
  return list;
};

const lifetimeOf = (value: string): number => {
  const seconds = parseDuration(value);
  if (seconds > MAX_TOKEN_SECONDS)
    throw new Error('must be at most 3650 days, the longest that a token can live');
  return seconds;
};

const usernameOf = (value: string): string => {
  const name = Username.safeParse(value);
  if (!name.success) throw new Error(name.error.issues[0]?.message ?? 'is not a user name');
  return name.data;
};

const publicUrlOf = (value: string): string => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isBare = url !== undefined && url.pathname === '/' && url.search + url.hash + url.username === '';
  if (!isBare || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))))
    throw new Error('must be an https address without a path, such as https://metrics.example.com');
  return url.origin;
};

const onOrOff = (value: string): boolean => {
  if (value !== 'on' && value !== 'off') throw new Error('must be on or off');
  return value === 'on';
};

/** What is written in the setting itself, or in the file that it names. */
const identityProvidersOf = (env: Environment): IdentityProvider[] => {
  const [inline, file] = [text(env, 'OIDC_PROVIDERS'), text(env, 'OIDC_PROVIDERS_FILE')];
  if (inline !== undefined && file !== undefined)
    throw new ConfigError('OIDC_PROVIDERS: set either this or OIDC_PROVIDERS_FILE');
  if (inline !== undefined) return reading('OIDC_PROVIDERS', () => readIdentityProviders(inline));
  if (file === undefined) return [];
  return reading('OIDC_PROVIDERS_FILE', () => readIdentityProviders(readFileSync(file, 'utf8')));
};

const versionOf = (): string => {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return manifest.version;
};

/** Reads the settings; a bad one is refused by name, before anything is started. */
export const readConfig = (env: Environment): Config => {
  const read = <T>(name: string, fallback: string, parse: (value: string) => T): T =>
    reading(name, () => parse(text(env, name) ?? fallback));
  const databaseUrl = text(env, 'DATABASE_URL');
  const redisUrl = text(env, 'REDIS_URL');
  const publicUrl = text(env, 'PUBLIC_URL');
  const identityProviders = identityProvidersOf(env);
  const localPasswords = read('LOCAL_PASSWORDS', 'on', onOrOff);
  if (!localPasswords && identityProviders.length === 0)
    throw new ConfigError('LOCAL_PASSWORDS: off takes a provider in OIDC_PROVIDERS, else nobody can sign in');
  const config = {
    host: text(env, 'HOST') ?? '127.0.0.1',
    port: read('PORT', '3000', portOf),
    dataDir: resolve(text(env, 'DATA_DIR') ?? './data'),
    databaseUrl:
      databaseUrl === undefined ? undefined : reading('DATABASE_URL', () => databaseUrlOf(databaseUrl)),
    tokenSecret: text(env, 'TOKEN_SECRET'),
    tokenSecretFile: text(env, 'TOKEN_SECRET_FILE'),
    adminUsername: read('ADMIN_USERNAME', 'admin', usernameOf),
    // Not trimmed: a password is taken as it is.
    adminPassword: env['ADMIN_PASSWORD'] === '' ? undefined : env['ADMIN_PASSWORD'],
    serviceTokenSeconds: read('SERVICE_TOKEN_TTL', '1y', lifetimeOf),
    sessionSeconds: read('SESSION_TTL', '12h', lifetimeOf),
    rateLimit: read('RATE_LIMIT', '1000/1m', rateOf),
    redisUrl: redisUrl === undefined ? undefined : reading('REDIS_URL', () => redisUrlOf(redisUrl)),
    drainDelaySeconds: read('DRAIN_DELAY', '0', (value) => parseDuration(value, { allowZero: true })),
    trustProxy: read('TRUST_PROXY', '', cidrsOf),
    outboundAllowed: read('OUTBOUND_ALLOWED', '', cidrsOf),
    publicUrl: publicUrl === undefined ? undefined : reading('PUBLIC_URL', () => publicUrlOf(publicUrl)),
    localPasswords,
    identityProviders,
    identityProvidersFile: text(env, 'OIDC_PROVIDERS_FILE'),
    metricsToken: text(env, 'METRICS_TOKEN'),
    logLevel: read('LOG_LEVEL', 'info', levelOf),
    version: versionOf(),
  };
  return { ...config, inForce: describeSettings(config, (name) => text(env, name) !== undefined) };
};

/** The settings of this process. */
export const readProcessConfig = (): Config => readConfig(process.env);
