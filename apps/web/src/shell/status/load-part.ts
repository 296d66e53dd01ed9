import { isUpdated } from './build.ts';
import { reportFailure } from './connection.ts';

/** Why a part of the app is missing: an update has given the parts other names, or no server answers. */
export type PartReason = 'updated' | 'unreachable';

/** A part of the app could not be loaded. */
export class PartFailure extends Error {
  override name = 'PartFailure';
  readonly why: PartReason;

  constructor(why: PartReason, cause: unknown) {
    super(`a part of the app could not be loaded: ${why}`, { cause });
    this.why = why;
  }
}

/** What browsers say of a part that they can't load. */
const MISSING = /dynamically imported module|importing a module script|preload CSS/i;

/** Why a part is missing; null: an error is of another kind, or the server has the part. */
export const whyMissing = async (error: unknown): Promise<PartReason | null> => {
  if (error instanceof PartFailure) return error.why;
  if (!(error instanceof Error) || !MISSING.test(error.message)) return null;
  try {
    return (await isUpdated()) ? 'updated' : null;
  } catch {
    reportFailure('unreachable');
    return 'unreachable';
  }
};

/** Loads a part of the app; throws a `PartFailure` where it is known why it can't. */
export const loadPart = async <T>(load: () => Promise<T>): Promise<T> => {
  try {
    return await load();
  } catch (cause) {
    const why = await whyMissing(cause);
    throw why === null ? cause : new PartFailure(why, cause);
  }
};
