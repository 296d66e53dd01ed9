import { isUpdated } from './build.ts';
import { reportFailure } from './connection.ts';

/** Why a part of the app could not be loaded. */
export class PartFailure extends Error {
  override name = 'PartFailure';
  readonly why: 'updated' | 'unreachable';

  constructor(why: 'updated' | 'unreachable', cause: unknown) {
    super(`a part of the app could not be loaded: ${why}`, { cause });
    this.why = why;
  }
}

/**
 * Loads a part of the app, and tells apart why it can't: after an update of the server the parts have other names, and
 * a server that is down has none.
 */
export const loadPart = async <T>(load: () => Promise<T>): Promise<T> => {
  try {
    return await load();
  } catch (cause) {
    let why: PartFailure['why'] | null;
    try {
      why = (await isUpdated()) ? 'updated' : null;
    } catch {
      why = 'unreachable';
      reportFailure('unreachable');
    }
    throw why === null ? cause : new PartFailure(why, cause);
  }
};
