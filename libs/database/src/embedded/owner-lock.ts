import { createHash, randomUUID } from 'node:crypto';
import { existsSync, rmSync, statSync, utimesSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { directoryInUse } from './errors.ts';
import { create, read, replace } from './lock-file.ts';
import { describeSelf, parseIdentity, sameProcessSpace } from './owner-identity.ts';
import { isAlive, startTimeOf } from './processes.ts';

const HEARTBEAT = 1_000;
const HEARTBEAT_PATIENCE = 5_000;

/** The file that says which process owns a data directory. */
export interface OwnerLock {
  release(): void;
}

/** Takes the owner file, or throws `directory-in-use`. The file of an owner that is gone is taken over. */
export async function acquireOwnerLock(path: string, directory: string): Promise<OwnerLock> {
  const content = JSON.stringify({ ...describeSelf(), nonce: randomUUID() });
  await take(path, content, directory);
  // Processes of another container can't be looked up by pid; they see by this that the owner lives.
  const heartbeat = setInterval(() => touch(path), HEARTBEAT);
  heartbeat.unref();
  return {
    release() {
      clearInterval(heartbeat);
      if (read(path) === content) rmSync(path, { force: true });
    },
  };
}

async function take(path: string, content: string, directory: string): Promise<void> {
  for (;;) {
    if (create(path, content)) return;
    const found = read(path);
    if (found === undefined) continue;
    if (await ownerLives(path, found)) throw directoryInUse(directory, parseIdentity(found)?.pid);
    // Only the holder of the lock named after the stale content may replace it, and it looks again first:
    // so two servers that start together can't both replace it, nor can one replace a fresh lock.
    const successor = `${path}.${createHash('sha256').update(found).digest('hex').slice(0, 12)}`;
    await take(successor, content, directory);
    try {
      if (read(path) !== found) continue;
      replace(path, content);
      return;
    } finally {
      rmSync(successor, { force: true });
    }
  }
}

async function ownerLives(path: string, found: string): Promise<boolean> {
  const owner = parseIdentity(found);
  if (!owner) {
    // Cut short by a power failure, or being written this moment where there are no hard links.
    await sleep(300);
    const again = read(path);
    return again !== undefined && again !== found && parseIdentity(again) !== undefined;
  }
  if (!sameProcessSpace(owner)) return heartbeatGoesOn(path);
  if (!isAlive(owner.pid)) return false;
  return owner.started === undefined || owner.started === startTimeOf(owner.pid);
}

async function heartbeatGoesOn(path: string): Promise<boolean> {
  const before = modified(path);
  if (before === undefined || Date.now() - before > 6 * HEARTBEAT_PATIENCE) return false;
  const deadline = Date.now() + HEARTBEAT_PATIENCE;
  while (Date.now() < deadline && existsSync(path)) {
    if (modified(path) !== before) return true;
    await sleep(100);
  }
  return false;
}

const modified = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.mtimeMs;

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // A deleted or read-only file: the lock inside the database still guards the directory.
  }
}
