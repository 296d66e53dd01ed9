import type { AuditFilter } from './use-audit.ts';

const OUTCOMES = ['success', 'denied', 'failure'] as const;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What the address asks of the log; what makes no sense is left out. */
export const readFilter = (query: Readonly<Record<string, string | undefined>>): AuditFilter => {
  const { action, actor, target, start, end } = query;
  const outcome = OUTCOMES.find((one) => one === query['outcome']);
  const isDate = (text: string | undefined): text is string =>
    text !== undefined && DATE.test(text) && !Number.isNaN(Date.parse(text));
  return {
    ...(action ? { action } : {}),
    ...(actor ? { actor } : {}),
    ...(target ? { target } : {}),
    ...(outcome ? { outcome } : {}),
    ...(isDate(start) ? { start } : {}),
    ...(isDate(end) ? { end } : {}),
  };
};
