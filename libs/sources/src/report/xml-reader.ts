import { DomainError } from '@codemetrics/contracts';
import { SaxesParser } from 'saxes';
import type { ReportLimits } from './report-limits.ts';
import { REPORT_LIMITS } from './report-limits.ts';
import type { ReportParser } from './report-parser.ts';
import { excerpt, invalidReport } from './invalid-report.ts';

export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** Called for each start tag; `parents` runs from the root to the element around it. */
export type OnElement = (name: string, attributes: XmlAttributes, parents: readonly string[]) => void;

/** What hears of the text and the ends of elements; the reader of a report that needs neither leaves them out. */
export interface XmlListeners {
  /** The text of the element that is open, in pieces; CDATA too. */
  readonly text?: (text: string, parents: readonly string[]) => void;
  /** `parents` runs from the root to the element around the one that ends. */
  readonly close?: (name: string, parents: readonly string[]) => void;
}

export interface XmlRoot {
  readonly name: string;
  readonly attributes: XmlAttributes;
}

/** Where the parser is after reading some XML; its states have no names outside of it. */
const stateAfter = (xml: string): unknown => {
  const parser = new SaxesParser();
  parser.write(xml);
  return parser['state'];
};
const IN_TEXT = stateAfter('<a>b');
const IN_CDATA = stateAfter('<a><![CDATA[b');

/**
 * Reads XML piece by piece within limits. Nothing outside the text is ever fetched, and a document type that
 * declares anything itself is refused, so that no entity can expand. Errors name the line.
 */
export class XmlReader implements ReportParser {
  readonly #parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  readonly #parents: string[] = [];
  readonly #limits: ReportLimits;
  readonly #hearsText: boolean;
  #attributes = 0;
  #sinceEvent = 0;

  constructor(onElement: OnElement, limits: ReportLimits, firstLine: number, listeners: XmlListeners = {}) {
    this.#limits = limits;
    const parser = this.#parser;
    parser.line = firstLine;
    parser.on('error', (error) => {
      throw this.fail(`the XML is not well-formed: ${error.message}`);
    });
    parser.on('doctype', (text) => this.#checkDoctype(text));
    parser.on('attribute', ({ name, value }) => this.#checkAttribute(name, value));
    parser.on('opentag', (tag) => {
      this.#sinceEvent = 0;
      this.#attributes = 0;
      if (tag.name.length > limits.xmlNameLength) throw this.fail('the name of an element is too long');
      if (this.#parents.length >= limits.xmlDepth) {
        throw this.fail(`elements are nested more than ${limits.xmlDepth} deep`);
      }
      onElement(tag.name, tag.attributes, this.#parents);
      this.#parents.push(tag.name);
    });
    parser.on('closetag', () => {
      this.#sinceEvent = 0;
      const name = this.#parents.pop();
      if (name !== undefined) listeners.close?.(name, this.#parents);
    });
    const { text } = listeners;
    this.#hearsText = text !== undefined;
    if (text) {
      parser.on('text', (piece) => text(piece, this.#parents));
      parser.on('cdata', (piece) => text(piece, this.#parents));
    }
  }

  write(text: string): void {
    this.#sinceEvent += text.length;
    this.#parser.write(text);
    if (!this.#hearsText) this.#passOver();
    if (this.#sinceEvent > this.#limits.xmlTokenLength) {
      throw this.fail(`an element, comment or text is longer than ${this.#limits.xmlTokenLength} characters`);
    }
  }

  end(): void {
    const open = this.#parents.at(-1);
    if (open !== undefined) throw this.fail(`the report ends inside the element <${open.slice(0, 60)}>`);
    this.#parser.close();
  }

  /** An `invalid-report` error at the line that is being read. */
  fail(message: string): DomainError {
    return invalidReport(message, this.#parser.line);
  }

  /** Text that nobody hears may be of any length. The parser would keep that of CDATA up to its end. */
  #passOver(): void {
    const state: unknown = this.#parser['state'];
    if (state !== IN_TEXT && state !== IN_CDATA) return;
    this.#parser['text'] = '';
    this.#sinceEvent = 0;
  }

  #checkAttribute(name: string, value: string): void {
    this.#sinceEvent = 0;
    this.#attributes++;
    const limits = this.#limits;
    if (this.#attributes > limits.xmlAttributes) {
      throw this.fail(`an element has more than ${limits.xmlAttributes} attributes`);
    }
    if (name.length > limits.xmlNameLength) throw this.fail('the name of an attribute is too long');
    if (value.length > limits.xmlAttributeLength) {
      throw this.fail(
        `the attribute ${excerpt(name)} is longer than ${limits.xmlAttributeLength} characters`,
      );
    }
  }

  #checkDoctype(text: string): void {
    this.#sinceEvent = 0;
    // Quoted text goes first: an address may hold brackets. An empty subset declares nothing.
    const bare = text.replace(/"[^"]*"|'[^']*'/g, '');
    if (/\[\s*[^\]\s]/.test(bare) || /<!/.test(text)) {
      throw this.fail('the document type declares entities or elements of its own, which is not accepted');
    }
  }
}

/**
 * Never used, only kept: while no parser is alive, a garbage collection forgets the shape of one, and the code that was
 * compiled for it with it. From then on all XML is read at a quarter of the speed.
 */
export const KEPT_READER = new XmlReader(() => undefined, REPORT_LIMITS, 1, { text: () => undefined });

/** The root element of XML of which only the beginning is at hand; or why it is refused before its root. */
export const readXmlRoot = (text: string, firstLine: number): XmlRoot | DomainError | null => {
  let root: XmlRoot | null = null;
  const found = new Error('root found');
  const onElement: OnElement = (name, attributes) => {
    root = { name, attributes };
    throw found;
  };
  try {
    new XmlReader(onElement, REPORT_LIMITS, firstLine).write(text);
  } catch (error) {
    if (error instanceof DomainError) return error;
    if (error !== found) throw error;
  }
  return root;
};
