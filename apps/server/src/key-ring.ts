import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyRing } from '@codemetrics/auth';
import { appendToKeyRingFile, loadOrCreateKeyRingFile, parseKeyRing } from '@codemetrics/auth';
import { DomainError } from '@codemetrics/contracts';
import type { KeyStore } from '@codemetrics/services';
import type { Config } from './config.ts';
import { ConfigError } from './config.ts';

const parse = (name: string, value: string): KeyRing => {
  try {
    return parseKeyRing(value);
  } catch (error) {
    throw new ConfigError(`${name}: ${error instanceof Error ? error.message : 'can’t be read'}`);
  }
};

const readSecretFile = async (path: string): Promise<KeyRing> => {
  const content = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new ConfigError(
      `TOKEN_SECRET_FILE: ${path} can’t be read (${(error as { code?: string }).code ?? 'unknown error'})`,
    );
  });
  return parse('TOKEN_SECRET_FILE', content);
};

/** Where the keys come from. */
interface Origin {
  readonly path: string | undefined;
  read(): Promise<KeyRing>;
}

const originOf = async (config: Config): Promise<Origin> => {
  const { tokenSecret, tokenSecretFile } = config;
  if (tokenSecret !== undefined)
    return { path: undefined, read: () => Promise.resolve(parse('TOKEN_SECRET', tokenSecret)) };
  if (tokenSecretFile !== undefined)
    return { path: tokenSecretFile, read: () => readSecretFile(tokenSecretFile) };
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const path = join(config.dataDir, 'token-secret');
  return { path, read: () => loadOrCreateKeyRingFile(path) };
};

/** Changes whenever the file does. */
const versionOf = async (path: string | undefined): Promise<string> => {
  if (path === undefined) return 'fixed';
  const { ino, size, mtimeNs } = await stat(path, { bigint: true });
  return `${ino} ${size} ${mtimeNs}`;
};

const cannotAdd = (path: string | undefined, cause?: unknown): DomainError =>
  new DomainError('state-conflict', {
    detail:
      path === undefined
        ? 'The keys come from TOKEN_SECRET, which this server can’t change. Add a key there (OLD,NEW) on every server, restart them, and rotate to its kid.'
        : 'The key file can’t be written by this server. Add a line to it by hand (NAME=SECRET, at least 32 characters), and rotate to its kid.',
    cause,
  });

/** The signing keys: from TOKEN_SECRET, from the file that TOKEN_SECRET_FILE names, or from a file made at first start. */
export const openKeyStore = async (config: Config): Promise<KeyStore> => {
  const origin = await originOf(config);
  let all = await origin.read();
  let version = await versionOf(origin.path);
  let ended: ReadonlySet<string> = new Set();
  let live = all;
  const settle = (): void => {
    const [first, ...rest] = all.filter((key) => !ended.has(key.kid));
    // With none left there is nothing to sign with, but what was signed is refused by the database all the same.
    live = first ? [first, ...rest] : all;
  };
  const refresh = async (): Promise<boolean> => {
    const now = await versionOf(origin.path).catch(() => version);
    if (now === version) return false;
    const read = await origin.read();
    version = now;
    // The same key stays the same object, so that what was verified with it is still remembered.
    const known = new Map(
      all.map((key) => [`${key.kid} ${Buffer.from(key.secret).toString('base64')}`, key]),
    );
    const kept = read.map(
      (key) => known.get(`${key.kid} ${Buffer.from(key.secret).toString('base64')}`) ?? key,
    );
    all = kept as unknown as KeyRing;
    settle();
    return true;
  };
  return {
    ring: () => live,
    refresh,
    add: async (entry) => {
      if (origin.path === undefined) throw cannotAdd(undefined);
      try {
        await appendToKeyRingFile(origin.path, entry);
      } catch (error) {
        throw cannotAdd(origin.path, error);
      }
      await refresh();
    },
    leaveOut: (kids) => {
      if (kids.size === ended.size) return;
      ended = kids;
      settle();
    },
  };
};
