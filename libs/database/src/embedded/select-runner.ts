import { chown, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { copiedBinaries, copyBinaries } from './binaries.ts';
import type { Binaries } from './binaries.ts';
import { DATABASE_URL_ADVICE, EmbeddedDatabaseError, errorMessage, lastLines } from './errors.ts';
import { giveTo } from './ownership.ts';
import { run } from './runner.ts';
import type { Runner } from './runner.ts';
import { namespaceCommand, nobody } from './system-users.ts';
import type { Log } from './types.ts';

interface Candidate extends Pick<Runner, 'prefix' | 'identity'> {
  name: string;
}

/** Finds out how PostgreSQL can be run here, or throws `cannot-run`. */
export async function selectRunner(
  binaries: Binaries,
  directory: string,
  log: Log,
  namespace: string[] = namespaceCommand(),
): Promise<Runner> {
  const owner = await stat(directory);
  const asRoot = process.getuid?.() === 0;
  const candidates = asRoot ? candidatesForRoot(owner, namespace) : candidatesForUser(namespace);
  const reasons: string[] = [];
  for (const candidate of candidates) {
    const result = await tryCandidate(candidate, binaries, directory, log).catch((error) =>
      errorMessage(error),
    );
    if (typeof result !== 'string') {
      if (asRoot) await handOver(directory, result);
      return result;
    }
    reasons.push(`${candidate.name}: ${result}`);
  }
  if (asRoot) await chown(directory, owner.uid, owner.gid);
  const root = asRoot
    ? 'PostgreSQL does not run as root, and no other way was found. Start CodeMetrics as an ordinary user. '
    : '';
  throw new EmbeddedDatabaseError(
    'cannot-run',
    `The embedded PostgreSQL cannot run here:\n${reasons.join('\n')}\n${root}${DATABASE_URL_ADVICE}`,
  );
}

/** A directory of an ordinary user (a mounted volume, sudo) is served as that user, so that it stays theirs. */
function candidatesForRoot(owner: { uid: number; gid: number }, namespace: string[]): Candidate[] {
  const candidates: Candidate[] = [
    { name: 'In a user namespace', prefix: namespace, identity: {} },
    { name: 'As the user nobody', prefix: [], identity: nobody() },
  ];
  if (owner.uid === 0) return candidates;
  const { uid, gid } = owner;
  return [
    { name: `As the directory's owner (uid ${uid})`, prefix: [], identity: { uid, gid } },
    ...candidates,
  ];
}

/** The namespace is for a user without a name (an arbitrary uid in a container), which initdb refuses. */
function candidatesForUser(namespace: string[]): Candidate[] {
  return [
    { name: 'As this user', prefix: [], identity: {} },
    { name: 'In a user namespace', prefix: namespace, identity: {} },
  ];
}

/** A runner that works, or the reason why it doesn't. */
async function tryCandidate(
  candidate: Candidate,
  original: Binaries,
  directory: string,
  log: Log,
): Promise<Runner | string> {
  const { prefix, identity } = candidate;
  if (process.getuid?.() === 0) await chown(directory, identity.uid ?? 0, identity.gid ?? 0);
  const access = await run(candidate, 'test', ['-w', directory, '-a', '-x', directory]);
  if (!access.ok) return lastLines(access.output) || `${directory} is not accessible to it`;
  const named = await run(candidate, 'id', ['-un']);
  if (!named.ok)
    return `the user has no name in /etc/passwd, which initdb needs (${lastLines(named.output)})`;
  let outcome = await run(candidate, original.postgres, ['-V']);
  if (outcome.ok) return { binaries: original, prefix, identity };
  const earlier = copiedBinaries(original, directory);
  if (earlier && (await run(candidate, earlier.postgres, ['-V'])).ok)
    return { binaries: earlier, prefix, identity };
  log({
    level: 'info',
    message: 'Copying the PostgreSQL programs into the data directory.',
    reason: outcome.output,
  });
  const copy = await copyBinaries(original, directory, identity);
  outcome = await run(candidate, copy.postgres, ['-V']);
  return outcome.ok ? { binaries: copy, prefix, identity } : lastLines(outcome.output) || 'no reason given';
}

/** What an earlier start made as another user must belong to the user PostgreSQL now runs as. */
async function handOver(directory: string, { identity }: Runner): Promise<void> {
  for (const name of ['postgres', 'postgres-password', 'postgres.log']) {
    await giveTo(join(directory, name), identity.uid ?? 0, identity.gid ?? 0);
  }
}
