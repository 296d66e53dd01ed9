import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MAINTENANCE, Postgres } from './postgres.ts';
import type { Programs } from './programs.ts';
import { runProgram } from './programs.ts';

/** A data directory that is made once and copied, with the passwords that hold in every copy. */
export interface Template {
  readonly programs: Programs;
  readonly directory: string;
  readonly superuserPassword: string;
  /** Of the role that servers connect as; it owns its database and may do nothing else. */
  readonly password: string;
}

export const SUPERUSER = 'postgres';
export const ROLE = 'codemetrics';

/** Makes the template: a superuser, an ordinary role and its empty database. `secret` makes the passwords. */
export const makeTemplate = async (
  programs: Programs,
  root: string,
  secret: () => string,
): Promise<Template> => {
  const directory = join(root, 'template');
  const [superuserPassword, password] = [secret(), secret()];
  const passwordFile = join(root, 'superuser-password');
  await writeFile(passwordFile, superuserPassword, { mode: 0o644 });
  await runProgram(programs, programs.initdb, [
    ...['-D', directory, '-U', SUPERUSER, '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
    ...['--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions'],
  ]);
  const template = { programs, directory, superuserPassword, password };
  const postgres = await Postgres.on(template, directory);
  await postgres.start();
  try {
    await postgres.ask(`create role ${ROLE} login replication password '${password}'`, [], MAINTENANCE);
    await postgres.ask(`create database ${ROLE} owner ${ROLE}`, [], MAINTENANCE);
  } finally {
    await postgres.end();
  }
  return template;
};
