import type { Guard } from '../guard.ts';
import { edit, unit } from '../shown-by.ts';

/** What keeps a restore from bringing back what had ended. */
export const BACKUP: readonly Guard[] = [
  {
    promise: 'backup: a restore ends every session',
    ...edit(
      'libs/database/src/backup/restrict-credentials.ts',
      'update sessions set ended_at = ${now} where ended_at is null',
      'update sessions set ended_at = ${now} where false and ended_at is null',
    ),
    ...unit('libs/database/src/backup/restricted'),
  },
  {
    promise: 'backup: a restore revokes what can’t be shown to be good',
    ...edit(
      'libs/database/src/backup/restrict-credentials.ts',
      'none: sql`false`, replaced: isGoodInReplaced(now)',
      'none: sql`true`, replaced: sql`true or ${isGoodInReplaced(now)}`',
    ),
    ...unit('libs/database/src/backup/restricted'),
  },
  {
    promise: 'backup: an altered file is refused',
    ...edit('libs/database/src/backup/read-frames.ts', 'trailer.sha256 !== sha256', "trailer.sha256 === ''"),
    ...unit('libs/database/src/backup/damaged'),
  },
];
