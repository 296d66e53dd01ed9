import { existsSync } from 'node:fs';
import type { Environment } from './replica.ts';

// Loaded into the process itself: the command `faketime` would stand between it and our signals.
const LIBRARIES = [
  '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1',
  '/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1',
  '/usr/lib/faketime/libfaketimeMT.so.1',
  '/usr/lib64/faketime/libfaketimeMT.so.1',
];

/** Settings under which a server’s clock is off, such as `+1h`; undefined where libfaketime isn’t installed. */
export const skewedClock = (offset: string): Environment | undefined => {
  const library = LIBRARIES.find((path) => existsSync(path));
  if (library === undefined) return undefined;
  // Timers go on as they are: only what the time of day is changes.
  return {
    LD_PRELOAD: library,
    FAKETIME: offset,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    DONT_FAKE_MONOTONIC: '1',
  };
};
