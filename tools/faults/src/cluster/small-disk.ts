import { execFile } from 'node:child_process';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Kept } from '../plan/keeper.ts';
import { runProgram } from './programs.ts';
import type { Programs } from './programs.ts';

const execute = promisify(execFile);
const CHUNK = Buffer.alloc(64 * 1024);
const FILLER = 'filler';

/** A file system of a few megabytes, in memory, that can be filled. */
export interface SmallDisk extends Kept {
  readonly directory: string;
  /** Takes what is free, but for so many bytes. */
  fill(leaveBytes?: number): Promise<void>;
  /** Gives it back. */
  empty(): Promise<void>;
}

/** Why there can be none here, or undefined. */
export const smallDiskObstacle = async (): Promise<string | undefined> => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'mounting a small disk takes root on Linux';
  return execute('mount', ['--version']).then(
    () => undefined,
    () => 'there is no mount command',
  );
};

/** Mounts it; the databases’ user may write there. */
export const mountSmallDisk = async (
  programs: Programs,
  directory: string,
  megabytes: number,
): Promise<SmallDisk> => {
  await mkdir(directory, { recursive: true });
  const { uid = 0, gid = 0 } = programs.runner.identity;
  const options = `size=${megabytes}m,mode=0700,uid=${uid},gid=${gid}`;
  await execute('mount', ['-t', 'tmpfs', '-o', options, 'codemetrics-faults', directory]);
  const filler = join(directory, FILLER);
  await runProgram(programs, 'test', ['-w', directory]);
  return {
    directory,
    fill: async (leaveBytes = 0) => {
      await using file = await open(filler, 'w');
      let written = 0;
      try {
        for (;;) written += (await file.write(CHUNK)).bytesWritten;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
      if (leaveBytes > 0) await file.truncate(Math.max(0, written - leaveBytes));
    },
    empty: () => rm(filler, { force: true }),
    end: async () => {
      await execute('umount', [directory]);
    },
    // Lazily, since what uses it may still be ending.
    endAtOnce: () => void execute('umount', ['-l', directory]).catch(() => undefined),
  };
};
