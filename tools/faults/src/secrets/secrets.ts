import { randomBytes } from 'node:crypto';

const JWT = /eyJ[\w-]{10,}\.[\w-]{10,}\.([\w-]{20,})/g;
const SIGNATURE = /(?<![\w-])[\w-]{43}(?![\w-])/g;

/** Everything that the plan uses and that may stand nowhere: passwords, tokens, keys. */
export class Secrets {
  /** In every password, so that one search finds them all. */
  readonly marker = `canary${randomBytes(6).toString('hex')}`;
  readonly #kept = new Map<string, string>();
  readonly #signatures = new Set<string>();

  /** A new password that the search finds. */
  password(): string {
    return `${this.marker} ${randomBytes(9).toString('base64url')}`;
  }

  /** The same without a blank, for addresses. */
  word(): string {
    return `${this.marker}${randomBytes(9).toString('hex')}`;
  }

  keep(kind: string, value: string): string {
    this.#kept.set(value, kind);
    return value;
  }

  /** Remembers a token by its signature, which is what makes it one. */
  token(value: string): string {
    const signature = value.split('.')[2];
    if (signature !== undefined) this.#signatures.add(signature);
    return value;
  }

  get count(): number {
    return this.#kept.size + this.#signatures.size;
  }

  /** What kinds of secrets stand in a text; empty where none does. */
  find(text: string): string[] {
    const found = new Set<string>();
    if (text.includes(this.marker)) found.add('password');
    for (const [value, kind] of this.#kept) if (text.includes(value)) found.add(kind);
    for (const [, signature] of text.matchAll(JWT)) if (signature !== undefined) found.add('JWT');
    for (const [word] of text.matchAll(SIGNATURE))
      if (this.#signatures.has(word)) found.add('signature of a token');
    return [...found];
  }
}
