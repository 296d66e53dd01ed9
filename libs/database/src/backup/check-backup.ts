import type { FileHandle } from 'node:fs/promises';
import type { BackupProgress } from './dump-frames.ts';
import type { BackupHeader, BackupTrailer } from './format.ts';
import { readParts } from './read-frames.ts';

/** What a whole and unaltered backup says of itself. */
export interface CheckedBackup {
  readonly header: BackupHeader;
  readonly trailer: BackupTrailer;
  /** Of all tables, unpacked. */
  readonly bytes: number;
}

/** The bytes of an open file from its beginning, however often they are read. */
export async function* bytesOf(
  file: FileHandle,
  onRead: (bytes: number) => void = () => undefined,
): AsyncGenerator<Buffer> {
  const stream = file.createReadStream({ start: 0, autoClose: false, highWaterMark: 1 << 18 });
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    onRead(bytes);
    yield chunk;
  }
}

/** Reads a backup through. Throws a `BackupError` where it is none, or not whole, or not as it was written. */
export const checkBackup = async (
  file: FileHandle,
  onProgress: (progress: BackupProgress) => void = () => undefined,
  signal?: AbortSignal,
): Promise<CheckedBackup> => {
  const { size: totalBytes } = await file.stat();
  const source = bytesOf(file, (bytes) => onProgress({ phase: 'checking', bytes, totalBytes }));
  let header: BackupHeader | undefined;
  let trailer: BackupTrailer | undefined;
  let bytes = 0;
  for await (const part of readParts(source, signal)) {
    if (part.kind === 'header') header = part.header;
    else if (part.kind === 'data') bytes += part.data.length;
    else if (part.kind === 'trailer') trailer = part.trailer;
  }
  return { header: header!, trailer: trailer!, bytes };
};
