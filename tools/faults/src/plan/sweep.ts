import type { Postgres } from '../cluster/postgres.ts';
import { readFile } from 'node:fs/promises';
import type { Ground } from './ground.ts';

/** Every row of every table, as text. */
async function* rowsOf(postgres: Postgres): AsyncGenerator<{ table: string; text: string }> {
  const tables = await postgres.ask("select tablename from pg_tables where schemaname = 'public'");
  for (const { tablename } of tables) {
    const table = String(tablename);
    const [row] = await postgres.ask(`select string_agg(t::text, E'\\n') as text from "${table}" t`);
    yield { table, text: String(row?.['text'] ?? '') };
  }
}

/** Searches logs, metrics and databases of a part for secrets; gives how many characters were searched. */
export const sweep = async (ground: Ground): Promise<number> => {
  let searched = 0;
  const look = (where: string, text: string): void => {
    searched += text.length;
    for (const kind of ground.secrets.find(text)) ground.leaks.push(`${kind} in ${where}`);
  };
  for (const replica of ground.replicas) {
    look('the output of a server', replica.output);
    if (!replica.isRunning) continue;
    const metrics = await ground.send(replica.url, { method: 'GET', path: '/metrics', giveUpMs: 3000 });
    look('the metrics of a server', metrics.text);
  }
  for (const postgres of ground.databases) {
    look('the log of a database', await readFile(`${postgres.directory}.log`, 'utf8').catch(() => ''));
    if (!postgres.isRunning || !(await postgres.answers())) continue;
    for await (const { table, text } of rowsOf(postgres)) look(`the table ${table}`, text);
  }
  return searched;
};
