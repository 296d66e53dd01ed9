import { lchown, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The user PostgreSQL runs as; without uid the user of this process. */
export interface Identity {
  uid?: number;
  gid?: number;
}

/** Gives everything to the user, the folder itself last: an interrupted change is seen by its old owner. */
export async function chownTree(path: string, uid: number, gid = uid): Promise<void> {
  for (const entry of await readdir(path, { recursive: true })) await lchown(join(path, entry), uid, gid);
  await lchown(path, uid, gid);
}

/** Gives a file or folder to the user when it isn't theirs yet; what doesn't exist is skipped. */
export async function giveTo(path: string, uid: number, gid = uid): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (!found || found.uid === uid) return;
  if (found.isDirectory()) await chownTree(path, uid, gid);
  else await lchown(path, uid, gid);
}
