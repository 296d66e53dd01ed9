import type { Gunzip, Gzip } from 'node:zlib';
import { createGunzip, createGzip } from 'node:zlib';
import { BackupError, damaged } from './backup-error.ts';

// Beyond 5 a table of facts hardly gets smaller, and takes much longer.
const LEVEL = 5;
const CHUNK_BYTES = 1 << 18;

/** Without a time, and of no system: no check covers these bytes, so there is but one way to write them. */
const HEADER = Buffer.from('1f8b08000000000000ff', 'hex');

export const compressor = (): Gzip => createGzip({ level: LEVEL, chunkSize: CHUNK_BYTES });

/** Refuses what stands behind its end. */
export const decompressor = (): Gunzip =>
  createGunzip({ chunkSize: CHUNK_BYTES, rejectGarbageAfterEnd: true });

/** Takes the bytes of a stream; the first ones are given together, as many as a gzip header has. */
async function* withWholeHeader(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let first: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of source) {
    if (first === undefined) {
      yield chunk;
      continue;
    }
    first = Buffer.concat([first, chunk]);
    if (first.length < HEADER.length) continue;
    yield first;
    first = undefined;
  }
  if (first !== undefined && first.length > 0) yield first;
}

/** Puts the one header in the place of what zlib wrote. */
export async function* writeHeader(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const chunk of withWholeHeader(source)) {
    if (isFirst) HEADER.copy(chunk);
    isFirst = false;
    yield chunk;
  }
}

/** Lets through only what begins with the one header. */
export async function* checkHeader(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const chunk of withWholeHeader(source)) {
    if (isFirst && chunk.length < HEADER.length) throw damaged('it is cut off');
    if (isFirst && !chunk.subarray(0, HEADER.length).equals(HEADER))
      throw new BackupError('not-a-backup', 'This is no backup of CodeMetrics.');
    isFirst = false;
    yield chunk;
  }
  if (isFirst) throw new BackupError('not-a-backup', 'This is no backup of CodeMetrics: the file is empty.');
}
