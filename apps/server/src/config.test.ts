import { isAbsolute, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig as readWhole } from './config.ts';

/** The settings without their description, which has tests of its own. */
const readConfig = (env: Record<string, string>) => {
  const { inForce, ...config } = readWhole(env);
  expect(inForce).not.toEqual([]);
  return config;
};

const messageOf = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  return 'taken';
};

describe('readConfig', () => {
  test('has the defaults that the contract names', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataDir: resolve('./data'),
      databaseUrl: undefined,
      tokenSecret: undefined,
      tokenSecretFile: undefined,
      adminUsername: 'admin',
      adminPassword: undefined,
      serviceTokenSeconds: 365 * 86_400,
      sessionSeconds: 12 * 3600,
      rateLimit: { calls: 1000, windowSeconds: 60 },
      redisUrl: undefined,
      drainDelaySeconds: 0,
      trustProxy: [],
      publicUrl: undefined,
      localPasswords: true,
      identityProviders: [],
      identityProvidersFile: undefined,
      outboundAllowed: [],
      metricsToken: undefined,
      logLevel: 'info',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
  });

  test('takes an empty or blank setting for none', () => {
    const names = [
      'HOST',
      'PORT',
      'DATA_DIR',
      'DATABASE_URL',
      'TOKEN_SECRET',
      'TOKEN_SECRET_FILE',
      'ADMIN_USERNAME',
    ];
    const more = [
      'SERVICE_TOKEN_TTL',
      'SESSION_TTL',
      'RATE_LIMIT',
      'TRUST_PROXY',
      'OUTBOUND_ALLOWED',
      'METRICS_TOKEN',
      'LOG_LEVEL',
    ];
    for (const blank of ['', '  '])
      expect(readConfig(Object.fromEntries([...names, ...more].map((name) => [name, blank])))).toEqual(
        readConfig({}),
      );
  });

  test.each([
    ['HOST', '0.0.0.0', 'host', '0.0.0.0'],
    ['PORT', '0', 'port', 0],
    ['PORT', ' 65535 ', 'port', 65_535],
    ['DATA_DIR', '/var/lib/codemetrics', 'dataDir', '/var/lib/codemetrics'],
    ['DATABASE_URL', 'postgres://u:p@h:5432/d', 'databaseUrl', 'postgres://u:p@h:5432/d'],
    ['DATABASE_URL', 'postgresql://h/d?sslmode=require', 'databaseUrl', 'postgresql://h/d?sslmode=require'],
    ['TOKEN_SECRET', 's'.repeat(32), 'tokenSecret', 's'.repeat(32)],
    ['TOKEN_SECRET_FILE', '/run/secrets/ring', 'tokenSecretFile', '/run/secrets/ring'],
    ['ADMIN_USERNAME', 'root', 'adminUsername', 'root'],
    ['ADMIN_PASSWORD', '  blanks count  ', 'adminPassword', '  blanks count  '],
    ['SERVICE_TOKEN_TTL', '90d', 'serviceTokenSeconds', 90 * 86_400],
    ['SERVICE_TOKEN_TTL', '3600', 'serviceTokenSeconds', 3600],
    ['SESSION_TTL', '30min', 'sessionSeconds', 1800],
    ['TRUST_PROXY', '10.0.0.0/8, ::1  192.168.1.1', 'trustProxy', ['10.0.0.0/8', '::1', '192.168.1.1']],
    ['OUTBOUND_ALLOWED', '10.0.0.0/8, ::1', 'outboundAllowed', ['10.0.0.0/8', '::1']],
    ['OUTBOUND_ALLOWED', '10.1.0.0/16 fd00::/8', 'outboundAllowed', ['10.1.0.0/16', 'fd00::/8']],
    ['REDIS_URL', 'rediss://a:b@redis:6380/1', 'redisUrl', 'rediss://a:b@redis:6380/1'],
    ['DRAIN_DELAY', '0', 'drainDelaySeconds', 0],
    ['DRAIN_DELAY', '5s', 'drainDelaySeconds', 5],
    ['METRICS_TOKEN', 'scrape', 'metricsToken', 'scrape'],
    ['LOG_LEVEL', 'silent', 'logLevel', 'silent'],
  ])('%s=%j', (name, value, field, expected) => {
    expect(readConfig({ [name]: value })).toEqual({ ...readConfig({}), [field]: expected });
  });

  test.each([
    ['1000/1m', 1000, 60], // here a minute
    ['1000/m', 1000, 60],
    ['1/s', 1, 1],
    ['50/30s', 50, 30],
    ['600/10min', 600, 600],
    ['5000/2h', 5000, 7200],
    ['100000/d', 100_000, 86_400],
  ])('RATE_LIMIT=%s', (value, calls, windowSeconds) => {
    expect(readConfig({ RATE_LIMIT: value }).rateLimit).toEqual({ calls, windowSeconds });
  });

  test('RATE_LIMIT=off, in any case', () => {
    for (const value of ['off', 'OFF']) expect(readConfig({ RATE_LIMIT: value }).rateLimit).toBeNull();
  });

  test.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80a'],
    ['PORT', '3000.5'],
    ['DATABASE_URL', 'mysql://h/d'],
    ['DATABASE_URL', 'localhost'],
    ['SERVICE_TOKEN_TTL', '3m'], // months or minutes?
    ['SERVICE_TOKEN_TTL', '3 months'],
    ['SERVICE_TOKEN_TTL', '0'],
    ['SERVICE_TOKEN_TTL', '-1d'],
    ['SERVICE_TOKEN_TTL', '200y'],
    ['SESSION_TTL', '12m'],
    ['SESSION_TTL', 'for ever'],
    ['RATE_LIMIT', '1000'],
    ['RATE_LIMIT', '1000/60'],
    ['RATE_LIMIT', '0/1m'],
    ['RATE_LIMIT', '10/0s'],
    ['RATE_LIMIT', '10/1M'],
    ['RATE_LIMIT', '10/1w'],
    ['RATE_LIMIT', '-1/m'],
    ['RATE_LIMIT', 'none'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['REDIS_URL', 'http://redis:6379'],
    ['DRAIN_DELAY', '5 m'],
    ['TRUST_PROXY', '10.0.0.1, proxy.example'],
    ['OUTBOUND_ALLOWED', 'hooks.example'],
    ['OUTBOUND_ALLOWED', 'localhost'],
    ['LOG_LEVEL', 'INFO'],
    ['LOG_LEVEL', 'verbose'],
  ])('refuses %s=%j by its name', (name, value) => {
    expect(messageOf({ [name]: value })).toMatch(new RegExp(`^${name}: `));
  });

  test('says what to write instead', () => {
    expect(messageOf({ SERVICE_TOKEN_TTL: '3m' })).toMatch(/ambiguous.*3min.*days/);
    expect(messageOf({ RATE_LIMIT: 'x' })).toContain('1000/1m');
    expect(messageOf({ LOG_LEVEL: 'x' })).toContain('debug');
  });

  test('never repeats a password of a database address', () => {
    expect(messageOf({ DATABASE_URL: 'mysql://u:hunter2@h/d' })).not.toContain('hunter2');
  });

  test('makes the data directory absolute', () => {
    expect(isAbsolute(readConfig({ DATA_DIR: 'here' }).dataDir)).toBe(true);
  });
});

test.each(['SERVICE_TOKEN_TTL', 'SESSION_TTL'])('%s is refused beyond what a token can live', (name) => {
  expect(() => readConfig({ [name]: '20y' })).toThrow(name);
  expect(() => readConfig({ [name]: '3650d' })).not.toThrow();
});
