import type { Guard } from './guard.ts';
import { AUDIT } from './guards/audit.ts';
import { BACKUP } from './guards/backup.ts';
import { DATABASE } from './guards/database.ts';
import { INPUT } from './guards/input.ts';
import { LIMITS } from './guards/limits.ts';
import { OUTWARD } from './guards/outward.ts';
import { PERMISSIONS } from './guards/permissions.ts';
import { REVOCATION } from './guards/revocation.ts';
import { SIGN_ON } from './guards/sign-on.ts';
import { TOKENS } from './guards/tokens.ts';

/** Every guard with the test that fails without it. */
export const GUARDS: readonly Guard[] = [
  ...TOKENS,
  ...REVOCATION,
  ...PERMISSIONS,
  ...LIMITS,
  ...AUDIT,
  ...DATABASE,
  ...INPUT,
  ...SIGN_ON,
  ...OUTWARD,
  ...BACKUP,
];
