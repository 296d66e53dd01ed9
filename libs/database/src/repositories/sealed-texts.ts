import { sql } from 'kysely';
import type { Executor } from '../connect/connect.ts';

/** Every column that holds a sealed text. */
const SEALED_COLUMNS = [
  ['sources', 'sealed_secret'],
  ['notice_webhooks', 'sealed_secret'],
] as const;

/** Puts another sealed text in place of each for which `replacement` gives one. */
export const replaceSealedTexts = async (
  db: Executor,
  replacement: (sealed: string) => string | undefined,
): Promise<void> => {
  for (const [table, column] of SEALED_COLUMNS) {
    const target = sql.table(table);
    const field = sql.ref(column);
    const { rows } = await sql<{ sealed: string }>`
      select ${field} as sealed from ${target} where ${field} is not null for update`.execute(db);
    for (const { sealed } of rows) {
      const next = replacement(sealed);
      if (next !== undefined)
        await sql`update ${target} set ${field} = ${next} where ${field} = ${sealed}`.execute(db);
    }
  }
};
