import { CiTokenRefused } from './ci-token-refused.ts';

/** The algorithms that are accepted: never one whose key is shared. */
export const CI_TOKEN_ALGORITHMS: readonly string[] = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'EdDSA',
];

const MOST_CHARACTERS = 16_384;
const MOST_ISSUER = /^https?:\/\/[\u0021-\u007e]{1,2000}$/;
/** Headers that bring a key along, or that change what is signed. */
const REFUSED_HEADERS: readonly string[] = ['crit', 'jwk', 'jku', 'x5c', 'x5u', 'b64', 'zip', 'enc'];

type JsonObject = Readonly<Record<string, unknown>>;

/** All names of all objects within a value; without recursion, which deep nesting would break. */
const countNames = (value: unknown): number => {
  let names = 0;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one !== 'object' || one === null) continue;
    const inside = Object.values(one) as unknown[];
    if (!Array.isArray(one)) names += inside.length;
    for (const each of inside) open.push(each);
  }
  return names;
};

/** Whether an object of a JSON text has a name twice: the text has more names than what was parsed of it. */
const hasTwice = (text: string, parsed: unknown): boolean => {
  // Each match takes a whole string, so that none begins inside of another; those before a colon are names.
  const names = [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/gs)].filter(([, colon]) => colon !== undefined);
  return names.length !== countNames(parsed);
};

const readBytes = (part: string, what: string): Buffer => {
  const bytes = Buffer.from(part, 'base64url');
  if (part === '' || bytes.toString('base64url') !== part)
    throw new CiTokenRefused(`the ${what} is not base64url`);
  return bytes;
};

const readObject = (part: string, what: string): JsonObject => {
  const bytes = readBytes(part, what);
  let value: unknown;
  let text = '';
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw new CiTokenRefused(`the ${what} is not JSON`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CiTokenRefused(`the ${what} is not a JSON object`);
  if (hasTwice(text, value)) throw new CiTokenRefused(`the ${what} has a name twice`);
  return value as JsonObject;
};

/**
 * Who the token of a CI job says that its issuer is; whether that is so shows only its signature. Refuses what no good
 * token looks like, before anything is looked up.
 * @throws CiTokenRefused
 */
export const readCiToken = (token: string): { readonly issuer: string } => {
  if (token.length > MOST_CHARACTERS) throw new CiTokenRefused(`longer than ${MOST_CHARACTERS} characters`);
  const parts = token.split('.');
  if (parts.length !== 3) throw new CiTokenRefused('not three parts');
  readBytes(parts[2]!, 'signature');
  const header = readObject(parts[0]!, 'header');
  const { alg, kid, typ } = header;
  if (typeof alg !== 'string' || !CI_TOKEN_ALGORITHMS.includes(alg))
    throw new CiTokenRefused('its algorithm is not accepted');
  if (typeof kid !== 'string' || kid === '') throw new CiTokenRefused('no kid');
  if (typ !== undefined && !(typeof typ === 'string' && typ.toUpperCase() === 'JWT'))
    throw new CiTokenRefused('its type is not JWT');
  const refused = REFUSED_HEADERS.find((name) => Object.hasOwn(header, name));
  if (refused !== undefined) throw new CiTokenRefused(`its header has ${refused}`);
  const { iss } = readObject(parts[1]!, 'payload');
  if (typeof iss !== 'string' || !MOST_ISSUER.test(iss)) throw new CiTokenRefused('no issuer');
  return { issuer: iss };
};
