/** Parents before the tables that refer to them, else as given. Throws where they refer to each other in a circle. */
export const orderTables = (
  tables: readonly string[],
  references: readonly { readonly child: string; readonly parent: string }[],
): string[] => {
  const ordered = new Set<string>();
  const place = (table: string, path: readonly string[]): void => {
    if (ordered.has(table)) return;
    if (path.includes(table))
      throw new Error(`The tables ${[...path, table].join(', ')} refer to each other in a circle.`);
    for (const { child, parent } of references)
      // A row may refer to another one of its own table: that is checked when all of them are in.
      if (child === table && parent !== table && tables.includes(parent)) place(parent, [...path, table]);
    ordered.add(table);
  };
  for (const table of tables) place(table, []);
  return [...ordered];
};
