/**
 * Splits a stream of bytes at its NUL bytes. Of a token longer than `maxBytes` only the beginning is kept, so that one
 * enormous message or path can't fill the memory.
 */
export async function* nulTokens(
  bytes: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<string[], void, undefined> {
  let parts: Uint8Array[] = [];
  let held = 0;
  const keep = (part: Uint8Array): void => {
    const fitting = part.subarray(0, maxBytes - held);
    if (fitting.length === 0) return;
    held += fitting.length;
    parts.push(fitting);
  };
  const take = (): string => {
    const token = Buffer.concat(parts).toString('utf8');
    parts = [];
    held = 0;
    return token;
  };
  for await (const chunk of bytes) {
    const whole = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const tokens: string[] = [];
    let from = 0;
    for (let to = whole.indexOf(0); to >= 0; to = whole.indexOf(0, from)) {
      // Nearly every token lies in one chunk, and is read where it lies.
      if (held === 0) tokens.push(whole.toString('utf8', from, Math.min(to, from + maxBytes)));
      else {
        keep(whole.subarray(from, to));
        tokens.push(take());
      }
      from = to + 1;
    }
    // Copied, since a reader may use its buffer again for the next chunk.
    if (from < whole.length) keep(Uint8Array.from(whole.subarray(from)));
    if (tokens.length > 0) yield tokens;
  }
  if (held > 0) yield [take()];
}
