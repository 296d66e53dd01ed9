import type { Query } from '../state/to-query.ts';

/** The answer as the server itself writes it as CSV, safe to open in a spreadsheet. */
export const fetchCsv = async (query: Query): Promise<Blob> => {
  const answer = await fetch('/api/query', {
    method: 'POST',
    headers: { Accept: 'text/csv', 'Content-Type': 'application/json' },
    body: JSON.stringify(query),
    credentials: 'same-origin',
  });
  if (answer.ok) return answer.blob();
  const problem = (await answer.json().catch(() => ({}))) as { detail?: unknown };
  throw new Error(
    typeof problem.detail === 'string' ? problem.detail : `The server answered ${answer.status}.`,
  );
};
