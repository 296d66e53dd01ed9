import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FastifyRequest } from 'fastify';
import type { JsonShape } from '@codemetrics/contracts';
import { DomainError } from '@codemetrics/contracts';
import { parseJson } from './parse-json.ts';
import { takePlace } from './work-places.ts';

/** The media type without its parameters, in lower case. */
export const mediaTypeOf = (request: FastifyRequest): string =>
  (request.headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase();

const tooLarge = (limitBytes: number): DomainError =>
  new DomainError('payload-too-large', { detail: `The body is larger than ${limitBytes} bytes (unpacked).` });

/** The bytes of a body, unpacked, up to a limit that holds for the unpacked size. */
export async function* bodyBytes(request: FastifyRequest, limitBytes: number): AsyncGenerator<Uint8Array> {
  const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding !== 'identity' && encoding !== 'gzip')
    throw new DomainError('unsupported-media-type', {
      detail: `Content-Encoding ${encoding.slice(0, 40)} is not read; use gzip or none.`,
    });
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw tooLarge(limitBytes);
  const raw = request.raw as Readable;
  const source: Readable = encoding === 'gzip' ? raw.pipe(createGunzip()) : raw;
  if (source !== raw) raw.once('error', (error) => source.destroy(error));
  let received = 0;
  try {
    // A request that is destroyed while its body still comes is never read on, and nothing after it on its connection.
    for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
      received += chunk.byteLength;
      if (received > limitBytes) throw tooLarge(limitBytes);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('malformed-body', {
      detail: 'The body broke off or is not valid gzip.',
      cause: error,
    });
  } finally {
    raw.unpipe();
    if (source !== raw) source.destroy();
    // What a refused caller still sends is dropped, so that the answer gets out.
    raw.resume();
  }
}

/** A whole body as text; anything but valid UTF-8 is refused. */
export const bodyText = async (request: FastifyRequest, limitBytes: number): Promise<string> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bodyBytes(request, limitBytes)) chunks.push(chunk);
  takePlace(request.raw);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new DomainError('malformed-body', { detail: 'The body is not valid UTF-8.' });
  }
};

/** The media type of a form. */
export const FORM = 'application/x-www-form-urlencoded';

/** Taking a form apart is slower than JSON, and nobody has much to say in one. */
const MAX_FORM_BYTES = 131_072;

/** A form, each field once or, as a list, several times. As OAuth has it, a field without a value isn't there. */
export const bodyForm = async (request: FastifyRequest): Promise<Record<string, string | string[]>> => {
  const text = await bodyText(request, MAX_FORM_BYTES);
  const sent = [...new URLSearchParams(text)].filter(([, value]) => value !== '');
  if (sent.some(([name]) => name === '__proto__'))
    throw new DomainError('malformed-body', { detail: 'The body has a field named __proto__.' });
  const fields = Map.groupBy(sent, ([name]) => name);
  return Object.fromEntries(
    [...fields].map(([name, all]) => [name, all.length === 1 ? all[0]![1] : all.map(([, value]) => value)]),
  );
};

/** A JSON body of a bounded shape; undefined where there is none. */
export const bodyJson = async (
  request: FastifyRequest,
  limitBytes: number,
  shape: JsonShape,
): Promise<unknown> => {
  const text = await bodyText(request, limitBytes);
  return text.trim() === '' ? undefined : parseJson(text, shape);
};
