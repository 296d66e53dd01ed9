import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { SETTINGS } from './settings-in-force.ts';

const inForce = (env: Record<string, string>, name: string) => {
  const { value, origin } = readConfig(env).inForce.find((one) => one.name === name)!;
  return { value, origin };
};

describe('the settings in force', () => {
  test('are every setting that is read from the environment, and no other', () => {
    const asked = new Set<string>();
    readConfig(new Proxy({}, { get: (_target, name) => void asked.add(String(name)) }));
    expect(SETTINGS.map(({ name }) => name).sort()).toEqual([...asked].sort());
  });

  test('tell where each comes from', () => {
    expect(inForce({}, 'HOST')).toEqual({ value: '127.0.0.1', origin: 'default' });
    expect(inForce({ HOST: '0.0.0.0' }, 'HOST')).toEqual({ value: '0.0.0.0', origin: 'environment' });
    expect(inForce({ HOST: ' ' }, 'HOST').origin).toBe('default');
    expect(inForce({}, 'TOKEN_SECRET')).toEqual({ value: 'set', origin: 'file' });
    expect(inForce({ SESSION_TTL: '90s' }, 'SESSION_TTL').value).toBe('90s');
    expect(inForce({ RATE_LIMIT: 'off' }, 'RATE_LIMIT').value).toBe('off');
  });

  test('say of an address with a password where it leads, and of a secret only that it is set', () => {
    const env = {
      DATABASE_URL: 'postgres://canary-user:canary-password@db.example:6432/metrics?password=canary-more',
      REDIS_URL: 'rediss://:canary-redis@cache.example:6380/2',
      TOKEN_SECRET: 'canary-secret-canary-secret-canary-secret',
      ADMIN_PASSWORD: 'canary of the administrator',
      METRICS_TOKEN: 'canary-metrics',
    };
    expect(inForce(env, 'DATABASE_URL').value).toBe('postgres://db.example:6432/metrics');
    expect(inForce(env, 'REDIS_URL').value).toBe('rediss://cache.example:6380/2');
    expect(inForce(env, 'METRICS_TOKEN').value).toBe('set');
    expect(JSON.stringify(readConfig(env).inForce)).not.toContain('canary');
  });
});
