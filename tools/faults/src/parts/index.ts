import type { Part } from '../plan/part.ts';
import { revocation } from './revocation/index.ts';

/** The whole plan, in its order. */
export const PARTS: readonly Part[] = [revocation];
