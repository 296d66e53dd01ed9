import { readText } from './read-text.ts';
import type { ReportHead } from './report-head.ts';
import { readHead } from './report-head.ts';
import type { ReportParser } from './report-parser.ts';

export interface ReadOptions {
  /** The largest report, in bytes of UTF-8. */
  readonly maxBytes: number;
  /** Milliseconds of work on it. */
  readonly workMs: number;
}

/**
 * Reads a report while it arrives: `open` looks at its beginning and gives the parser that takes the text, which the
 * answer is then. A source that is a stream is closed when reading fails.
 */
export const readReport = async <Parser extends ReportParser>(
  chunks: AsyncIterable<Uint8Array> | string,
  options: ReadOptions,
  open: (head: ReportHead) => Parser,
): Promise<Parser> => {
  const slices = readText(chunks, options);
  try {
    const head = await readHead(slices);
    const parser = open(head);
    parser.write(head.text);
    for await (const text of slices) parser.write(text);
    parser.end();
    return parser;
  } finally {
    await slices.return();
  }
};
