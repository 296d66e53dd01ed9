import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { BackupError } from './backup-error.ts';
import { bytesOf } from './check-backup.ts';
import type { CheckedBackup } from './check-backup.ts';
import type { BackupProgress } from './dump-frames.ts';
import type { DumpedTable } from './format.ts';
import type { BackupPart } from './read-frames.ts';
import { readParts } from './read-frames.ts';

interface Loading {
  readonly client: Client;
  readonly file: FileHandle;
  readonly backup: CheckedBackup;
  /** The tables that the schema has. */
  readonly present: readonly DumpedTable[];
  readonly onProgress: (progress: BackupProgress) => void;
  readonly signal?: AbortSignal | undefined;
}

/** The parts of a backup with the one at hand. */
class Parts {
  readonly #parts: AsyncGenerator<BackupPart>;
  at: BackupPart | undefined;

  constructor(parts: AsyncGenerator<BackupPart>) {
    this.#parts = parts;
  }

  async next(): Promise<void> {
    const { value, done } = await this.#parts.next();
    this.at = done ? undefined : value;
  }

  /** The pieces of one table; afterwards the part behind them is at hand. */
  async *pieces(onPiece: (bytes: number) => void): AsyncGenerator<Buffer> {
    for (await this.next(); this.at?.kind === 'data'; await this.next()) {
      onPiece(this.at.data.length);
      yield this.at.data;
    }
  }

  close(): Promise<unknown> {
    return this.#parts.return(undefined);
  }
}

const copyStatement = (client: Client, table: DumpedTable): string => {
  const columns = table.columns.map(({ name }) => client.escapeIdentifier(name)).join(', ');
  // The tables were made in this transaction, so that nobody can see them yet: no vacuum has to freeze them later.
  return `copy ${client.escapeIdentifier(table.name)} (${columns}) from stdin with (freeze)`;
};

/** Copies every table of a backup into the schema, checking the counts. Returns the tables that it has no room for. */
export const loadTables = async (loading: Loading): Promise<string[]> => {
  const { client, file, backup, present, onProgress, signal } = loading;
  const leftOut: string[] = [];
  let bytes = 0;
  const parts = new Parts(readParts(bytesOf(file), signal));
  try {
    await parts.next();
    await parts.next();
    for (const table of backup.header.tables) {
      const pieces = parts.pieces((length) => {
        bytes += length;
        onProgress({ phase: 'loading', table: table.name, bytes, totalBytes: backup.bytes });
      });
      if (!present.some(({ name }) => name === table.name)) {
        leftOut.push(table.name);
        for await (const _ of pieces) continue;
        continue;
      }
      const copy = client.query(copyFrom(copyStatement(client, table)));
      await pipeline(pieces, copy);
      if (copy.rowCount !== backup.trailer.rows[table.name])
        throw new BackupError(
          'unfit',
          `Of the ${backup.trailer.rows[table.name]} rows of ${table.name}, ${copy.rowCount} were loaded. Nothing was changed.`,
        );
    }
    // The second reading has to end like the first: the file could have been written to meanwhile.
    if (parts.at?.kind !== 'trailer' || parts.at.trailer.sha256 !== backup.trailer.sha256)
      throw new BackupError('damaged', 'The file changed while it was read. Nothing was changed.');
    return leftOut;
  } finally {
    await parts.close();
  }
};
