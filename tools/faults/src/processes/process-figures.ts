import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessFigures {
  readonly residentMb: number;
  readonly handles: number;
}

/** What a process holds just now, as the system counts it. Linux only. */
export const processFigures = (pid: number): ProcessFigures => {
  const resident = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return { residentMb: Number(resident) / 1024, handles: readdirSync(`/proc/${pid}/fd`).length };
};

/** Looks at a process again and again until told to stop, and gives the most that it held. */
export const watchProcess = (pid: number, everyMs = 100): (() => ProcessFigures) => {
  let most = processFigures(pid);
  const timer = setInterval(() => {
    try {
      const now = processFigures(pid);
      most = {
        residentMb: Math.max(most.residentMb, now.residentMb),
        handles: Math.max(most.handles, now.handles),
      };
    } catch {
      clearInterval(timer);
    }
  }, everyMs);
  return () => {
    clearInterval(timer);
    return most;
  };
};
