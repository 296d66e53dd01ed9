// Helper of the tests beside this file; no part of the product.
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { readTables } from './catalogue.ts';

/** What COPY has signs of its own for, what looks like them, and what is more than one byte or one unit. */
export const ODD_TEXTS = [
  'a\tb\nc\rd\\e\\n\\N\\.\\x41"\'{},',
  '\\N',
  'NULL ü 𝄞 \u0001\u001f\u007f\ufeff\u2028 é',
] as const;

const ODD: Readonly<Record<string, readonly unknown[]>> = {
  text: ODD_TEXTS,
  'text[]': [['', 'null', 'NULL', 'a,b', '{}', '"', '\\', '\n', null], [], null],
  jsonb: [{ '': null, 'a"\\\n\t\u0001': [1.5, -0, 1e300, '\\u0041', '𝄞'] }, [], 'null'].map((one) =>
    JSON.stringify(one),
  ),
  boolean: [true, false, null],
  integer: [-2147483648, 0, 2147483647],
  bigint: ['-9223372036854775808', '0', '9223372036854775807'],
  'double precision': [0.1, 5e-324, 1.7976931348623157e308],
  date: ['0001-01-01', '2024-02-29', '9999-12-31'],
  'timestamp with time zone': [
    '2024-02-29T23:59:59.999999Z',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59.123456Z',
  ],
};

interface ColumnRow {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly unique: boolean;
  readonly check: string | null;
  readonly parent: string | null;
  readonly parent_column: string | null;
}

const COLUMNS = `
  select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
    exists (select from pg_index i where i.indrelid = a.attrelid and i.indisunique and a.attnum = any (i.indkey)) as unique,
    (select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1) as check,
    f.confrelid::regclass::text as parent, (select p.attname from pg_attribute p where p.attrelid = f.confrelid and p.attnum = f.confkey[1]) as parent_column
  from pg_attribute a left join pg_constraint f on f.conrelid = a.attrelid and f.contype = 'f' and f.conkey = array[a.attnum]
  where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`;

/** A value that the column takes; of its own kind for each row. */
const valueOf = (column: ColumnRow, row: number): unknown => {
  const { name, type, required, unique, check } = column;
  if (type === 'uuid') return required || row < 2 ? randomUUID() : null;
  if (check !== null) {
    const words = [...check.matchAll(/'([^']+)'/g)].map(([, word]) => word);
    return words.length > 0 ? words[row % words.length] : Number(/\d+/.exec(check)?.[0] ?? 1);
  }
  const values = ODD[type];
  if (values === undefined) throw new Error(`no odd value of the type ${type} is known`);
  const value = values[row];
  if (value === null && required) return values[0];
  if (type === 'text' && !required && row === 2 && !unique) return name.length % 2 === 0 ? null : '';
  return value;
};

/** Puts three odd rows into every table but the audit log's. Returns the names of the tables. */
export const fillOddly = async (url: string): Promise<string[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const tables = (await readTables(client))
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('audit_'));
    for (const table of tables) {
      const { rows: columns } = await client.query<ColumnRow>(COLUMNS, [table]);
      for (const row of [0, 1, 2]) {
        const values = [];
        for (const column of columns) {
          if (column.parent === null) values.push(valueOf(column, row));
          else {
            const parents = await client.query<Record<string, unknown>>(
              `select ${column.parent_column} as value from ${column.parent} order by 1 offset ${row} limit 1`,
            );
            values.push(parents.rows[0]!['value']);
          }
        }
        await client.query(
          `insert into ${table} (${columns.map(({ name }) => name).join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
          values,
        );
      }
    }
    return tables;
  } finally {
    await client.end();
  }
};
