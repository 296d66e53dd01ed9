import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import type { InputType, ZlibOptions } from 'node:zlib';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { OutboundError } from './outbound-error.ts';

/** The codings that a call asks for. */
export const ACCEPTED_CODINGS = 'gzip, deflate, br';

type Unpack = (packed: InputType, options: Pick<ZlibOptions, 'maxOutputLength'>) => Promise<Buffer>;

const UNPACK: Readonly<Record<string, Unpack>> = {
  gzip: promisify<InputType, ZlibOptions, Buffer>(gunzip),
  'x-gzip': promisify<InputType, ZlibOptions, Buffer>(gunzip),
  deflate: promisify<InputType, ZlibOptions, Buffer>(inflate),
  br: promisify<InputType, ZlibOptions, Buffer>(brotliDecompress),
};

const tooLarge = (most: number): OutboundError =>
  new OutboundError('too-large', `The answer is larger than ${most} bytes, the most that is read.`);

const collect = async (body: Readable, most: number): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most) throw tooLarge(most);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const unpack = async (packed: Buffer, coding: string, most: number): Promise<Buffer> => {
  if (packed.length === 0 || coding === '' || coding === 'identity') return packed;
  const unpacking = Object.hasOwn(UNPACK, coding) ? UNPACK[coding] : undefined;
  if (!unpacking)
    throw new OutboundError('unreachable', 'The answer is packed in a way that was not asked for.');
  try {
    return await unpacking(packed, { maxOutputLength: most });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(most) : error;
  }
};

/** The body as text; neither what arrives nor what it unpacks to may be longer than `most` bytes. */
export const readAnswer = async (
  body: Readable,
  coding: string | undefined,
  most: number,
): Promise<string> => {
  const packed = await collect(body, most);
  return new TextDecoder().decode(await unpack(packed, coding?.trim().toLowerCase() ?? '', most));
};
