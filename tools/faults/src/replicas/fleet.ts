import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Ground } from '../plan/ground.ts';
import type { Environment } from './replica.ts';
import { Replica } from './replica.ts';

export const ADMIN = 'admin';

/** What servers of one installation share. */
export interface Installation {
  readonly adminPassword: string;
  readonly env: Environment;
}

/** The settings of an installation on a database: secrets of its own, no limit on the rate of calls. */
export const installation = (ground: Ground, databaseUrl: string | undefined): Installation => {
  const adminPassword = ground.secrets.password();
  const tokenSecret = ground.secrets.keep('token secret', randomBytes(36).toString('base64url'));
  return {
    adminPassword,
    env: {
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
      DATA_DIR: join(ground.directory, `data-${randomBytes(4).toString('hex')}`),
      TOKEN_SECRET: tokenSecret,
      ADMIN_USERNAME: ADMIN,
      ADMIN_PASSWORD: adminPassword,
      RATE_LIMIT: 'off',
    },
  };
};

/** A server of an installation, not yet started; it ends with the part. */
export const makeReplica = async (
  ground: Ground,
  { env }: Installation,
  over: Environment = {},
): Promise<Replica> => {
  const replica = ground.keeper.keep(await Replica.with({ ...env, ...over }));
  ground.replicas.push(replica);
  return replica;
};

/** Starts so many servers of one installation, all at once. */
export const startFleet = async (
  ground: Ground,
  install: Installation,
  count: number,
  over: Environment = {},
): Promise<Replica[]> => {
  const fleet: Replica[] = [];
  for (let number = 0; number < count; number++) fleet.push(await makeReplica(ground, install, over));
  await Promise.all(fleet.map((replica) => replica.start()));
  return fleet;
};
