import { spawn } from 'node:child_process';
import { inheritedEnvironment } from '../config.ts';

/** Git could not do it; the message is for the person who asked. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

const MAX_COMPLAINT = 4000;

/** Set by git for hooks; they would lead to another repository than the one named. */
const MISLEADING = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY', 'GIT_COMMON_DIR'];

const environment = (): NodeJS.ProcessEnv => {
  const env: NodeJS.ProcessEnv = {
    ...inheritedEnvironment(),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
  };
  for (const name of MISLEADING) delete env[name];
  return env;
};

/**
 * Runs git in a directory and yields what it prints, as it prints it. Throws a `GitError` when git is missing or
 * fails; leaving the loop ends git.
 */
export async function* streamGit(
  directory: string,
  args: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  signal?.throwIfAborted();
  const child = spawn('git', ['-C', directory, ...args], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-MAX_COMPLAINT);
  });
  const ended = new Promise<number | Error>((resolve) => {
    child.once('error', resolve);
    child.once('close', (code) => resolve(code ?? 1));
  });
  const kill = (): void => void child.kill('SIGKILL');
  signal?.addEventListener('abort', kill, { once: true });
  let isDone = false;
  try {
    for await (const chunk of child.stdout) yield chunk as Uint8Array;
    const outcome = await ended;
    isDone = true;
    signal?.throwIfAborted();
    if (outcome instanceof Error)
      throw new GitError(
        (outcome as NodeJS.ErrnoException).code === 'ENOENT'
          ? 'git is not installed, or not on the PATH.'
          : `git could not be started: ${outcome.message}`,
      );
    if (outcome !== 0)
      throw new GitError(`git ${args.find((word) => /^[a-z]/.test(word)) ?? ''} failed: ${complaint.trim()}`);
  } finally {
    signal?.removeEventListener('abort', kill);
    if (!isDone) {
      kill();
      await ended;
    }
  }
}

/** The same for a short answer, whole. */
export const askGit = async (
  directory: string,
  args: readonly string[],
  signal?: AbortSignal,
): Promise<string> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of streamGit(directory, args, signal)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8').trimEnd();
};
