import type { CodeMetricsClient } from '@codemetrics/client';
import type { SigningKey } from '@codemetrics/contracts';
import type { Output } from '../progress.ts';

const column = (text: string, width: number): string => text.padEnd(width);

/** A line for each key: what it is for, since when, and what depends on it. */
const table = (keys: readonly SigningKey[]): string => {
  const width = Math.max(3, ...keys.map(({ kid }) => kid.length));
  const lines = keys.map((key) => {
    const tokens = `${key.activeTokens} service token${key.activeTokens === 1 ? '' : 's'}`;
    const since = key.ended ?? key.activated ?? key.created;
    const held = key.held || key.state === 'ended' ? '' : '  (not held by the server that answered)';
    return `${column(key.kid, width)}  ${column(key.alg, 5)}  ${column(key.state, 9)}  since ${since.slice(0, 16)}Z  ${tokens}${held}`;
  });
  return `${lines.join('\n')}\n`;
};

interface Asked {
  readonly json?: boolean;
}

/** `codemetrics keys list`. */
export const runKeysList = async (client: CodeMetricsClient, asked: Asked, output: Output): Promise<void> => {
  const { keys } = await client.keys.list();
  output.write(asked.json ? `${JSON.stringify(keys)}\n` : table(keys));
};

/** `codemetrics keys rotate`. */
export const runKeysRotate = async (
  client: CodeMetricsClient,
  asked: Asked & { readonly alg?: 'HS256' | 'EdDSA'; readonly kid?: string },
  output: Output,
): Promise<void> => {
  const { alg, kid } = asked;
  const key = await client.keys.rotate({ ...(alg ? { alg } : {}), ...(kid ? { kid } : {}) });
  output.write(
    asked.json
      ? `${JSON.stringify(key)}\n`
      : `${key.kid} (${key.alg}) signs from now on. Tokens signed before stay good; replace them, then end their key.\n`,
  );
};

/** `codemetrics keys end`. */
export const runKeysEnd = async (
  client: CodeMetricsClient,
  kid: string,
  asked: Asked,
  output: Output,
): Promise<void> => {
  const key = await client.keys.end({ kid });
  output.write(
    asked.json ? `${JSON.stringify(key)}\n` : `${key.kid} has ended. Whatever it signed is refused.\n`,
  );
};
