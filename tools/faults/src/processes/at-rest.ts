import type { Ground } from '../plan/ground.ts';
import { pause } from '../plan/wait.ts';
import type { Inspection } from './inspected.ts';
import type { ProcessFigures } from './process-figures.ts';
import { processFigures } from './process-figures.ts';

const SPARE_HEAP_MB = 24;
const SPARE_RESIDENT_MB = 64;
const SPARE_HANDLES = 16;

export interface AtRest extends ProcessFigures {
  readonly heapMb: number;
}

/** What a process holds once its garbage is collected: the least of a few seconds. */
export const atRest = async (pid: number, inspection: Inspection): Promise<AtRest> => {
  await pause(1000);
  const heapMb = await inspection.collect();
  const looks: ProcessFigures[] = [];
  for (let look = 0; look < 15; look++) {
    await pause(200);
    looks.push(processFigures(pid));
  }
  return {
    heapMb,
    residentMb: Math.min(...looks.map((one) => one.residentMb)),
    handles: Math.min(...looks.map((one) => one.handles)),
  };
};

/** Memory and handles are back to where they were, within a margin. */
export const expectBack = ({ report }: Ground, before: AtRest, after: AtRest): void => {
  const compared = [
    ['heap MB', before.heapMb, after.heapMb, SPARE_HEAP_MB],
    ['resident MB', before.residentMb, after.residentMb, SPARE_RESIDENT_MB],
    ['handles', before.handles, after.handles, SPARE_HANDLES],
  ] as const;
  for (const [name, then, now, spare] of compared) {
    report.figure(`${name} before`, then);
    report.figure(`${name} after`, now);
    report.expect(
      `${name} come back`,
      now <= then + spare,
      `${then.toFixed(0)} before, ${now.toFixed(0)} after`,
    );
  }
};
