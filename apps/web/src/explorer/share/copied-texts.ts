import type { Query } from '../state/to-query.ts';

/** In a shell’s single quotes nothing is special but the quote itself. */
const inQuotes = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** The query as a command; the token is in the terminal's `CODEMETRICS_TOKEN`. */
export const asCurl = (query: Query, origin: string): string =>
  `curl -sS ${origin}/api/query \\
  -H "Authorization: Bearer $CODEMETRICS_TOKEN" \\
  -H 'Content-Type: application/json' \\
  -d ${inQuotes(JSON.stringify(query))}`;

/** The query as a program by the typed client. */
export const asTypeScript = (query: Query, origin: string): string =>
  `import { createClient } from '@codemetrics/client';

const client = createClient({ url: ${JSON.stringify(origin)}, token: process.env.CODEMETRICS_TOKEN });
const answer = await client.query.run(${JSON.stringify(query, null, 2)});
`;
