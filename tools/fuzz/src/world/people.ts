import { randomBytes } from 'node:crypto';
import type { Api } from './api.ts';
import { ApiError } from './api.ts';

/** A person of the world, whose password nobody may see. */
export interface Person {
  readonly username: string;
  readonly userId: string;
  readonly password: string;
}

interface NewPerson {
  readonly username: string;
  readonly role: 'admin' | 'editor' | 'viewer';
  readonly workloads?: readonly string[];
  readonly displayName?: string;
  /** A random one where it is left out. */
  readonly password?: string;
}

/** A password that no generator comes upon. */
export const secretPassword = (): string => `secret-${randomBytes(16).toString('hex')}`;

export const createPerson = async (api: Api, admin: string, person: NewPerson): Promise<Person> => {
  const password = person.password ?? secretPassword();
  const { userId } = await api<{ userId: string }>('POST', '/users', admin, {
    workloads: null,
    ...person,
    password,
  });
  return { username: person.username, userId, password };
};

export const signIn = async (api: Api, { username, password }: Omit<Person, 'userId'>): Promise<string> =>
  (await api<{ sessionToken: string }>('POST', '/session', undefined, { username, password })).sessionToken;

/** Whether a credential still lets its bearer in. */
export const isAlive = async (api: Api, token: string): Promise<boolean> => {
  try {
    await api('GET', '/session', token);
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return false;
    throw error;
  }
};
