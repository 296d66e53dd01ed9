import type { Operation } from '../document/operation.ts';
import { garbageNames } from '../world/credentials.ts';

/** What an operation is called with and how often, where it is not like any other. The usual weight is 20. */
export interface CallPlan {
  readonly weight?: number;
  /** The only credentials it is called with: it ends them, or what hangs on them. */
  readonly credentials?: readonly string[];
}

const USUAL_WEIGHT = 20;
const HARMLESS = ['none', 'revoked-token', ...garbageNames.slice(0, 2)];

/** Operations that are slow on purpose, or that end the credential which calls them. */
const PLANS: Readonly<Record<string, CallPlan>> = {
  // A password is checked slowly, and failures lock the address.
  createSession: { weight: 1 },
  changePassword: { weight: 1, credentials: ['throw-away-session', 'reader-token', ...HARMLESS] },
  createUser: { weight: 6 },
  updateUser: { weight: 10 },
  // Each makes a key that every later token check looks through.
  rotateSigningKey: { weight: 2 },
  deleteSession: { weight: 4, credentials: ['throw-away-session', 'reader-token', ...HARMLESS] },
  // Each could end a lasting session of whoever calls it.
  endSession: { weight: 2, credentials: ['reader-token', ...HARMLESS] },
  endAllSessions: { weight: 2, credentials: ['reader-token', ...HARMLESS] },
  rotateOwnToken: { weight: 4, credentials: ['throw-away-token', 'viewer-session', ...HARMLESS] },
};

/** How often an operation is called, against others. */
export const weightOf = (operation: Operation): number => PLANS[operation.id]?.weight ?? USUAL_WEIGHT;

/** How often each credential is used, against others. */
const CREDENTIALS: Readonly<Record<string, number>> = {
  'admin-session': 10,
  'editor-session': 2,
  'viewer-session': 2,
  'limited-session': 3,
  'reader-token': 3,
  'writer-token': 4,
  'admin-cookie': 1,
  'same-site-cookie': 2,
  none: 1,
  'revoked-token': 1,
};
/** All garbage together counts as much as this. */
const GARBAGE_WEIGHT = 1;

/** The credential that a call goes with, whatever it was made for: a lasting one must not come upon what ends it. */
export const safeCredential = (operation: Operation | undefined, credential: string): string => {
  const only = PLANS[operation?.id ?? '']?.credentials;
  return only === undefined || only.includes(credential) ? credential : only[0]!;
};

/** The credentials that an operation is called with, each with its weight. */
export const credentialsFor = (operation: Operation): readonly { value: string; weight: number }[] => {
  const only = PLANS[operation.id]?.credentials;
  if (only) return only.map((value, index) => ({ value, weight: index === 0 ? 3 : 1 }));
  return [
    // Weights are whole numbers, so the others grow with the number of kinds of garbage.
    ...Object.entries(CREDENTIALS).map(([value, weight]) => ({
      value,
      weight: weight * garbageNames.length,
    })),
    ...garbageNames.map((value) => ({ value, weight: GARBAGE_WEIGHT })),
  ];
};
