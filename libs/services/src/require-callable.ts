import { DomainError } from '@codemetrics/contracts';
import { OutboundError } from '@codemetrics/outbound';
import type { Deps } from './deps.ts';

/** Refuses an address that the server would not call; `path` is the field that it stands in. */
export const requireCallable = (deps: Pick<Deps, 'outbound'>, url: string, path: string): void => {
  try {
    deps.outbound.checkUrl(url);
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    throw new DomainError('url-forbidden', {
      detail: error.message,
      errors: [{ path, message: error.message }],
    });
  }
};
