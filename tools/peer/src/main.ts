import { parseArgs } from 'node:util';
import { createClient } from '@codemetrics/client';
import { tableOf, verdictOf } from './comparison.ts';
import { compareWithDevLake } from './devlake.ts';
import { withThrowAwayServer } from './throw-away-server.ts';

const HELP = `Compares this server's numbers with a peer's own test tables.

  node tools/peer/src/main.ts DIRECTORY [--url URL]

  DIRECTORY  scenarios of Apache DevLake's DORA tables, one JSON file each
  --url URL  a server to use, with CODEMETRICS_TOKEN from the environment; else one is started and thrown away

Ends with 1 where a difference has no explanation.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});
const [directory] = positionals;
if (values.help === true || directory === undefined) {
  process.stdout.write(HELP);
  process.exitCode = values.help === true ? 0 : 2;
} else {
  const compared =
    values.url === undefined
      ? await withThrowAwayServer((client) => compareWithDevLake(client, directory))
      : await compareWithDevLake(
          createClient({ url: values.url, token: process.env['CODEMETRICS_TOKEN'] ?? '' }),
          directory,
        );
  for (const { file, rows } of compared) console.log(`\n${file}\n\n${tableOf(rows)}`);
  const all = compared.flatMap(({ rows }) => rows);
  if (all.length === 0 || all.some((row) => verdictOf(row) === 'DIFFERENT')) process.exitCode = 1;
}
