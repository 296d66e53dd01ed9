import { GARBAGE } from './garbage.ts';

type Headers = Readonly<Record<string, string>>;

/** The credentials that calls are made with, by name; those that a call ended are replaced. */
export interface Credentials {
  readonly tokens: Map<string, string>;
  /** The header that carries one; undefined for none. */
  headers(name: string): Headers | undefined;
}

const COOKIE = 'codemetrics_session';

/** The names of the credentials that are refused whatever they ask for. */
export const garbageNames: readonly string[] = GARBAGE.map((_, index) => `garbage-${index}`);

export const createCredentials = (): Credentials => {
  const tokens = new Map<string, string>();
  return {
    tokens,
    headers: (name): Headers | undefined => {
      const garbage = /^garbage-(\d+)$/.exec(name)?.[1];
      if (garbage !== undefined) return { authorization: GARBAGE[Number(garbage)] ?? 'Bearer x' };
      const admin = tokens.get('admin-session');
      if (name === 'admin-cookie') return { cookie: `${COOKIE}=${admin}` };
      if (name === 'same-site-cookie')
        return { cookie: `${COOKIE}=${admin}`, 'sec-fetch-site': 'same-origin' };
      const token = tokens.get(name);
      return token === undefined ? undefined : { authorization: `Bearer ${token}` };
    },
  };
};
