import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyRing } from '@codemetrics/auth';
import { loadOrCreateKeyRingFile, parseKeyRing } from '@codemetrics/auth';
import type { Config } from './config.ts';
import { ConfigError } from './config.ts';

const parse = (name: string, value: string): KeyRing => {
  try {
    return parseKeyRing(value);
  } catch (error) {
    throw new ConfigError(`${name}: ${error instanceof Error ? error.message : 'can’t be read'}`);
  }
};

/** The signing keys: from TOKEN_SECRET, from the file that TOKEN_SECRET_FILE names, or from a file made at first start. */
export const loadKeyRing = async (config: Config): Promise<KeyRing> => {
  if (config.tokenSecret !== undefined) return parse('TOKEN_SECRET', config.tokenSecret);
  if (config.tokenSecretFile !== undefined) {
    const path = config.tokenSecretFile;
    const content = await readFile(path, 'utf8').catch((error: unknown) => {
      throw new ConfigError(
        `TOKEN_SECRET_FILE: ${path} can’t be read (${(error as { code?: string }).code ?? 'unknown error'})`,
      );
    });
    return parse('TOKEN_SECRET_FILE', content);
  }
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  return loadOrCreateKeyRingFile(join(config.dataDir, 'token-secret'));
};
