import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const onLinux = process.platform === 'linux';

/** The fields of /proc/<pid>/stat after the command name, which may itself contain blanks and parentheses. */
function statFields(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Whether a process runs. A zombie doesn't: in a container without an init nobody ever collects it. */
export function isAlive(pid: number): boolean {
  if (!isSignalable(pid)) return false;
  return !onLinux || statFields(pid)?.[0] !== 'Z';
}

/** What PostgreSQL itself takes for "alive" when it meets an old postmaster.pid. */
export function isSignalable(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Start time of a process in clock ticks since boot (field 22 of its stat); undefined where unknown. */
export function startTimeOf(pid: number): string | undefined {
  return onLinux ? statFields(pid)?.[19] : undefined;
}

/** Whether the process is a postmaster serving this cluster directory, and not one that reuses its pid. */
export function isPostmasterOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    if (!onLinux) {
      const command = execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
      return command.includes('postgres') && command.includes(cluster);
    }
    const [command = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return basename(command) === 'postgres' && workingDirectoryOf(pid) === realpathSync(cluster);
  } catch {
    return false;
  }
}

/** Every process of a cluster, postmaster and backends alike: they all work inside it. Linux only. */
export function processesOf(cluster: string): number[] {
  if (!onLinux) return [];
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const target = realpathSync(cluster);
  return pids.filter((pid) => workingDirectoryOf(pid) === target && isPostgres(pid));
}

/** Polls until the process has ended; false when it hasn't within the time. */
export async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

/** Sends a signal; a process that has ended meanwhile is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(join('/proc', String(pid), 'comm'), 'utf8').trim() === 'postgres';
  } catch {
    return false;
  }
}

function workingDirectoryOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}
