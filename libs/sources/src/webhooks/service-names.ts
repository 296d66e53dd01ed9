import { fit } from '../fit-text.ts';

const MAX_NAMES = 50;

/** The names of a service or project that a workload may list: distinct, without those that are missing. */
export const serviceNames = (...names: readonly (string | null | undefined)[]): string[] => {
  const fitting = names.map((name) => fit(name, 255)).filter((name) => name !== null);
  return [...new Set(fitting)].slice(0, MAX_NAMES);
};
