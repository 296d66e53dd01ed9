import { setImmediate } from 'node:timers/promises';
import { DomainError } from '@codemetrics/contracts';
import { invalidReport } from './invalid-report.ts';

const SLICE = 64 * 1024;
const REST_AFTER_BYTES = 256 * 1024;
const REST_AFTER_MS = 20;

/**
 * The text of a report in slices of at most 64 Ki, decoded strictly as UTF-8 (a BOM is dropped).
 *
 * Gives the event loop a turn after each 256 KiB or 20 ms of work, the consumer's included.
 * Throws `payload-too-large` beyond `maxBytes`, `invalid-report` for what is no text or takes over `workMs`.
 */
export async function* readText(
  source: AsyncIterable<Uint8Array> | string,
  options: { readonly maxBytes: number; readonly workMs: number },
): AsyncGenerator<string, void, undefined> {
  let bytes = 0;
  let worked = 0;
  let unrestedBytes = 0;
  let unrestedMs = 0;
  for await (const piece of typeof source === 'string' ? sliceString(source) : sliceBytes(source)) {
    bytes += piece.bytes;
    if (bytes > options.maxBytes) {
      const detail = `the report is larger than ${options.maxBytes} bytes`;
      throw new DomainError('payload-too-large', { detail });
    }
    const begun = performance.now();
    const text = piece.text();
    if (text !== '') yield text;
    const took = performance.now() - begun;
    worked += took;
    unrestedMs += took;
    unrestedBytes += piece.bytes;
    if (worked > options.workMs) throw invalidReport('the report takes too long to read; send it in parts');
    if (unrestedBytes >= REST_AFTER_BYTES || unrestedMs >= REST_AFTER_MS) {
      await setImmediate();
      unrestedBytes = 0;
      unrestedMs = 0;
    }
  }
}

interface Piece {
  readonly bytes: number;
  text(): string;
}

function* sliceString(source: string): Generator<Piece> {
  for (let from = 0; from < source.length;) {
    let to = Math.min(from + SLICE, source.length);
    if (to < source.length && (source.charCodeAt(to - 1) & 0xfc00) === 0xd800) to++;
    const text = source.slice(from, to);
    if (text.includes('\0')) throw notText([]);
    yield { bytes: Buffer.byteLength(text), text: () => text };
    from = to;
  }
}

async function* sliceBytes(source: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const first: number[] = [];
  const decode = (bytes?: Uint8Array): string => {
    try {
      const text = bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
      if (!text.includes('\0')) return text;
    } catch (cause) {
      throw notText(first, cause);
    }
    throw notText(first);
  };
  for await (const chunk of source) {
    for (let from = 0; from < chunk.length; from += SLICE) {
      const bytes = chunk.subarray(from, from + SLICE);
      if (first.length < 2) first.push(...bytes.subarray(0, 2 - first.length));
      yield { bytes: bytes.length, text: () => decode(bytes) };
    }
  }
  yield { bytes: 0, text: () => decode() };
}

/** UTF-16 shows as its byte order mark, or as a NUL beside the first character. */
const notText = (first: readonly number[], cause?: unknown): DomainError => {
  const [one = 1, two = 1] = first;
  const utf16 = (one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff) || one === 0 || two === 0;
  const detail = utf16
    ? 'the report is written in UTF-16; save it as UTF-8'
    : cause === undefined
      ? 'the report contains a NUL character; it is no text'
      : 'the report is not valid UTF-8';
  return new DomainError('invalid-report', { detail, cause });
};
