import { fit } from '../../fit-text.ts';

const PRODUCTION = /(^|[^\p{L}-])(production|prod|live)($|[^\p{L}])/iu;
const BEFORE_PRODUCTION = /\b(non|pre)[- ]?prod/i;

/** Where a bug was found, by the field that people fill in freely: `production` if its first line says so. */
export const environmentOf = (environment: unknown): string | null => {
  if (typeof environment !== 'string') return null;
  const line = fit(environment.trim().split(/[\r\n]/, 1)[0], 200);
  if (line === null) return null;
  return PRODUCTION.test(line) && !BEFORE_PRODUCTION.test(line) ? 'production' : line;
};
