import { readFileSync } from 'node:fs';

interface SystemUser {
  name: string;
  uid: number;
  gid: number;
}

/** The user without rights, as which root may run PostgreSQL. */
export function nobody(): { uid: number; gid: number } {
  const { uid, gid } = users().find(({ name }) => name === 'nobody') ?? { uid: 65534, gid: 65534 };
  return { uid, gid };
}

/**
 * Runs a program in a user namespace in which we are an ordinary user; without --fork the pid stays the
 * program's own. The user must be one of the system's: initdb asks for its name.
 */
export function namespaceCommand(): string[] {
  const ordinary = users().filter(({ uid }) => uid > 0);
  const { uid } =
    ordinary.find((user) => user.uid === 1000) ?? ordinary.find(({ uid }) => uid >= 1000) ?? nobody();
  return ['unshare', '--user', `--map-user=${uid}`, `--map-group=${uid}`];
}

function users(): SystemUser[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n').flatMap(parse);
  } catch {
    return [];
  }
}

function parse(line: string): SystemUser[] {
  const [name = '', , uid, gid] = line.split(':');
  return name && !name.startsWith('#') && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
}
