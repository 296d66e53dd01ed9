import type { InputOf } from '@codemetrics/client';
import type { DateRange } from '../../range/date-range.ts';
import { addDays, viewerZone, calendarDate } from '../../range/date-range.ts';
import { CONCLUSIONS, STATUSES } from '../run-outcome.ts';

type Query = Readonly<Record<string, string | undefined>>;

/** What the call that lists runs is narrowed by. */
export type RunFilter = Omit<NonNullable<InputOf<'pipelineRuns', 'list'>>, 'limit' | 'cursor' | 'order'>;

/** The filters that take any text, as the address names them. */
export const TEXT_FILTERS = ['workload', 'repository', 'job', 'branch', 'actor', 'event'] as const;

/** Every filter that the address may have, the range aside. */
export const FILTERS = [...TEXT_FILTERS, 'status', 'conclusion'] as const;

/** Those words of a list in the address (`failure,timed-out`) that there are. */
export const readWords = <T extends string>(text: string | undefined, known: readonly T[]): T[] => {
  const words = new Set(text?.split(','));
  return known.filter((word) => words.has(word));
};

/** The instant at which a calendar date begins where the viewer is. */
const beginOf = (date: string): Date => new Date(`${date}T00:00:00`);

/** What an address asks for. A range up to today has no end, so that what begins meanwhile is in it. */
export const readRunFilter = (query: Query, range: DateRange): RunFilter => {
  const statuses = readWords(query['status'], STATUSES);
  const conclusions = readWords(query['conclusion'], CONCLUSIONS);
  const today = calendarDate(new Date(), viewerZone());
  return {
    ...Object.fromEntries(
      TEXT_FILTERS.flatMap((name) => {
        const text = query[name]?.trim();
        return text ? [[name, text]] : [];
      }),
    ),
    ...(statuses.length > 0 ? { status: statuses } : {}),
    ...(conclusions.length > 0 ? { conclusion: conclusions } : {}),
    start: beginOf(range.start).toISOString(),
    ...(range.end < today
      ? { end: new Date(beginOf(addDays(range.end, 1)).getTime() - 1).toISOString() }
      : {}),
  };
};

/** How many filters an address has, the range aside. */
export const countFilters = (query: Query): number =>
  FILTERS.filter((name) => (query[name] ?? '') !== '').length;
