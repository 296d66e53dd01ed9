import type { Guard } from '../guard.ts';
import { edit, unit } from '../shown-by.ts';

/** What keeps a lost database from being waited for. */
export const DATABASE: readonly Guard[] = [
  {
    promise: 'database: one that stops answering ends what waits for it',
    ...edit('libs/database/src/connect/monitor.ts', '        endAll();\n', ''),
    ...unit('libs/database/src/connect/monitor'),
  },
  {
    promise: 'database: nobody waits for one that is known to be down',
    ...edit('libs/database/src/connect/connect.ts', 'monitor.isDown ?', 'monitor.isDown === undefined ?'),
    ...unit('libs/database/src/connect/monitor'),
  },
];
