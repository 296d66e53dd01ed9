import { DomainError } from '@codemetrics/contracts';
import { readXmlRoot } from './xml-reader.ts';
import type { XmlRoot } from './xml-reader.ts';

const HEAD_LENGTH = 64 * 1024;

/** The beginning of a report, by which its format is told. */
export interface ReportHead {
  /** From the first character that is not blank; at least 64 Ki of it, or all there is. */
  readonly text: string;
  /** The 1-based line on which `text` begins. */
  readonly firstLine: number;
  /** The root element, where the text is XML and gets that far. */
  readonly root: XmlRoot | null;
  /** Why it cannot be read as far as a root element, though it begins like XML. */
  readonly refused: DomainError | null;
}

/** Reads on until the beginning is known, and leaves the rest of the text in `slices`. */
export const readHead = async (slices: AsyncIterator<string, void, undefined>): Promise<ReportHead> => {
  let text = '';
  let firstLine = 1;
  for (let done = false; !done && text.length < HEAD_LENGTH;) {
    const next = await slices.next();
    if (next.done) done = true;
    else text += next.value;
    if (!done && text.length < HEAD_LENGTH) continue;
    const trimmed = text.trimStart();
    firstLine += countLines(text.slice(0, text.length - trimmed.length));
    text = trimmed;
  }
  const root = text.startsWith('<') ? readXmlRoot(text, firstLine) : null;
  return root instanceof DomainError
    ? { text, firstLine, root: null, refused: root }
    : { text, firstLine, root, refused: null };
};

const countLines = (text: string): number => text.split('\n').length - 1;
