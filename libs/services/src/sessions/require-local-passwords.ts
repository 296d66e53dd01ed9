import { DomainError } from '@codemetrics/contracts';
import type { Deps } from '../deps.ts';

/** Refuses whatever takes or sets a password where passwords are switched off, before anything is looked up. */
export const requireLocalPasswords = (deps: Pick<Deps, 'settings'>): void => {
  if (!deps.settings.localPasswords) throw new DomainError('local-passwords-off');
};
