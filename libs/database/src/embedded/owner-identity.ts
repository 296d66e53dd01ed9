import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

import { startTimeOf } from './processes.ts';

/** Who owns a data directory: a pid alone may be in use again by someone else. */
export interface OwnerIdentity {
  pid: number;
  /** Start time of the process, where the system tells it. */
  started?: string;
  /** The boot and the pid namespace in which `pid` means something. */
  space?: string;
}

export function describeSelf(): OwnerIdentity {
  return { pid: process.pid, started: startTimeOf(process.pid), space: processSpace() };
}

/** Whether the pid of that owner can be looked up from here: not from another container or another boot. */
export function sameProcessSpace(owner: OwnerIdentity): boolean {
  return owner.space === undefined || owner.space === processSpace();
}

export function parseIdentity(content: string): OwnerIdentity | undefined {
  try {
    const value: unknown = JSON.parse(content);
    if (typeof value !== 'object' || value === null || !('pid' in value)) return undefined;
    return Number.isSafeInteger(value.pid) && (value.pid as number) > 0
      ? (value as OwnerIdentity)
      : undefined;
  } catch {
    return undefined;
  }
}

function processSpace(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}
