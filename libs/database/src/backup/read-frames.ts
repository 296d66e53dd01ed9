import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { BackupError, damaged } from './backup-error.ts';
import { ByteReader } from './byte-reader.ts';
import type { BackupHeader, BackupTrailer } from './format.ts';
import { FRAME, FRAME_HEAD_BYTES, MAGIC, MAX_FRAME_BYTES } from './format.ts';
import { checkHeader, decompressor } from './gzip.ts';
import { readHeader, readTrailer } from './read-header.ts';

/** A part of a backup, in the order of the file. */
export type BackupPart =
  | { readonly kind: 'header'; readonly header: BackupHeader }
  | { readonly kind: 'table'; readonly name: string }
  | { readonly kind: 'data'; readonly data: Buffer }
  | { readonly kind: 'trailer'; readonly trailer: BackupTrailer };

interface Frame {
  readonly kind: number;
  readonly payload: Buffer;
  /** SHA-256 of all that stands before it. */
  readonly sha256: string | undefined;
}

async function* frames(reader: ByteReader): AsyncGenerator<Frame> {
  const magic = await reader.read(MAGIC.length);
  if (!magic.equals(MAGIC)) throw new BackupError('not-a-backup', 'This is no backup of CodeMetrics.');
  const hash = createHash('sha256').update(magic);
  for (;;) {
    const head = await reader.read(FRAME_HEAD_BYTES);
    const [kind, length] = [head.readUInt8(0), head.readUInt32BE(1)];
    if (length > MAX_FRAME_BYTES) throw damaged('a piece of it is too long');
    const payload = await reader.read(length);
    if (kind === FRAME.trailer) {
      yield { kind, payload, sha256: hash.digest('hex') };
      return;
    }
    hash.update(head).update(payload);
    yield { kind, payload, sha256: undefined };
  }
}

/** Checks that each part stands where it must. */
async function* parts(reader: ByteReader): AsyncGenerator<BackupPart> {
  let tables: string[] | undefined;
  let at = -1;
  for await (const { kind, payload, sha256 } of frames(reader)) {
    if (tables === undefined) {
      if (kind !== FRAME.header) throw damaged('it has no header');
      const header = readHeader(payload);
      tables = header.tables.map(({ name }) => name);
      yield { kind: 'header', header };
    } else if (kind === FRAME.table) {
      const name = payload.toString();
      if (name !== tables[++at]) throw damaged(`the table ${name.slice(0, 100)} is in the wrong place`);
      yield { kind: 'table', name };
    } else if (kind === FRAME.data && at >= 0) yield { kind: 'data', data: payload };
    else if (kind !== FRAME.trailer) throw damaged('a piece of it is of no known kind');
    else {
      const trailer = readTrailer(payload);
      if (trailer.sha256 !== sha256) throw damaged('its content is not what was written');
      if (at !== tables.length - 1 || tables.some((name) => trailer.rows[name] === undefined))
        throw damaged('tables are missing from it');
      if (!(await reader.isAtEnd())) throw damaged('something follows its end');
      yield { kind: 'trailer', trailer };
    }
  }
}

/**
 * Reads a backup. What is given out is known to be as it was written only when the trailer has come. Throws a
 * `BackupError`, or what the source says.
 */
export async function* readParts(
  source: AsyncIterable<Buffer>,
  signal?: AbortSignal,
): AsyncGenerator<BackupPart> {
  const unpacked = decompressor();
  // A failure of the source or of the unpacking is thrown where the bytes are read.
  pipeline(source, checkHeader, unpacked, { signal }).catch(() => undefined);
  try {
    yield* parts(new ByteReader(unpacked));
  } catch (error) {
    signal?.throwIfAborted();
    const { code } = error as { code?: unknown };
    if (code === 'Z_BUF_ERROR') throw damaged('it is cut off', error);
    if (typeof code === 'string' && /^(Z_|ERR_TRAILING_JUNK)/.test(code))
      throw damaged('it can’t be unpacked', error);
    throw error;
  } finally {
    unpacked.destroy();
  }
}
