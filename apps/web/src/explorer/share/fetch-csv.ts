import type { Query } from '../state/to-query.ts';

/** The answer as the server itself writes it as CSV, safe to open in a spreadsheet. */
export const fetchCsv = async (query: Query): Promise<Blob> => {
  const response = await fetch('/api/query', {
    method: 'POST',
    headers: { Accept: 'text/csv', 'Content-Type': 'application/json' },
    body: JSON.stringify(query),
  });
  if (!response.ok) throw new Error(`the server answered with ${response.status}`);
  return response.blob();
};
