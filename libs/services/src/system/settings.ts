import type { Verb } from '../verb.ts';

export const listSettings: Verb<'system', 'settings'> = (deps) =>
  Promise.resolve({ settings: [...deps.settings.inForce] });
