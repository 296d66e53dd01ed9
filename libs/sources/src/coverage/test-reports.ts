import { readFileSync } from 'node:fs';
import { DomainError } from '@codemetrics/contracts';
import { parseCoverage } from './parse-coverage.ts';
import type { ParseCoverageOptions } from './parse-coverage.ts';

const MAX_BYTES = 64 * 1024 * 1024;

/** For tests: a fixture beside the test, by its path from this folder. */
export const fixture = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** For tests: text or bytes as a stream of chunks of the given size. */
export async function* chunked(content: string | Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

/** For tests: `parseCoverage` with a large limit. */
export const parse = (
  report: string | AsyncIterable<Uint8Array>,
  options: Partial<ParseCoverageOptions> = {},
): ReturnType<typeof parseCoverage> => parseCoverage(report, { maxBytes: MAX_BYTES, ...options });

/** For tests: the refusal of a report as `code: detail`; anything but a `DomainError` is thrown on. */
export const refusal = async (
  report: string | AsyncIterable<Uint8Array>,
  options: Partial<ParseCoverageOptions> = {},
): Promise<string> => {
  try {
    return `accepted: ${JSON.stringify(await parse(report, options))}`;
  } catch (error) {
    if (error instanceof DomainError) return `${error.code}: ${error.detail}`;
    throw error;
  }
};
