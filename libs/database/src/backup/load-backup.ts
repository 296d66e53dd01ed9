import type * as backup from './index.ts';

/** Backup and restore, loaded when they are needed: a server never does, and would only start later. */
export const loadBackup = (): Promise<typeof backup> => import('./index.ts');
