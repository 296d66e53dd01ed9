import type { Operation, Parameter } from '../document/operation.ts';

/** A value for a parameter of an operation, or for one that it does not know. */
export interface Argument {
  readonly parameter: Pick<Parameter, 'name' | 'in' | 'schema'>;
  readonly value: unknown;
}

/** A body: JSON still to be written, or what is sent as it is. */
export type DraftBody =
  | { readonly mediaType: string; readonly json: unknown }
  | { readonly mediaType: string; readonly raw: string | Uint8Array };

/** A call before it is put into words. */
export interface Draft {
  readonly operation: Operation;
  readonly arguments: readonly Argument[];
  readonly body: DraftBody | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

/** As a URL has it; what can't be encoded, such as a lone surrogate, goes as its UTF-8-like bytes. */
const encoded = (text: string): string =>
  [...text]
    .map((character) =>
      character.isWellFormed()
        ? encodeURIComponent(character)
        : `%${[0xed, 0xa0 | ((character.charCodeAt(0) >> 6) & 0x1f), 0x80 | (character.charCodeAt(0) & 0x3f)].map((byte) => byte.toString(16)).join('%')}`,
    )
    .join('');

/** The path and the query of a draft. */
export const targetOf = ({ operation, arguments: given }: Draft): string => {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const argument = given.find((one) => one.parameter.in === 'path' && one.parameter.name === name);
    return encoded(textOf(argument?.value ?? ''));
  });
  const query = given
    .filter(({ parameter, value }) => parameter.in === 'query' && value !== undefined)
    .flatMap(({ parameter, value }) =>
      (Array.isArray(value) ? (value as unknown[]) : [value]).map(
        (one) => `${encoded(parameter.name)}=${encoded(textOf(one))}`,
      ),
    );
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
};

/** What node refuses to send in a header's value. */
const UNSENDABLE = /[^\t\u0020-\u007e\u0080-\u00ff]/g;

/** The headers that come from arguments. */
export const headersOf = ({ arguments: given }: Draft): Record<string, string> =>
  Object.fromEntries(
    given
      .filter(({ parameter, value }) => parameter.in === 'header' && value !== undefined)
      .map(({ parameter, value }) => [
        parameter.name.toLowerCase(),
        textOf(value).replaceAll(UNSENDABLE, ''),
      ]),
  );
