import { fromQuery } from '../state/from-query.ts';

type Parameters = Readonly<Record<string, string | undefined>>;

/** What a saved query can't hold itself: how it is shown, and a range that moves along with today. */
const VIEW_NAMES = ['view', 'events', 'hide', 'only', 'range'] as const;
const PREFIX = 'Explorer: ';
const CUSTOM = /^\d{4}-/;

/** A description with how the query is shown as its last line; a range of two dates stands in the query already. */
export const withView = (description: string, address: Parameters): string => {
  const kept = VIEW_NAMES.flatMap((name) => {
    const value = address[name];
    return value && !(name === 'range' && CUSTOM.test(value)) ? [[name, value] as [string, string]] : [];
  });
  if (kept.length === 0) return description.trim();
  return `${description.trim()}\n${PREFIX}${new URLSearchParams(kept).toString()}`.trim();
};

const lastLine = (description: string): [text: string, view: string] => {
  const at = description.lastIndexOf('\n') + 1;
  const line = description.slice(at);
  return line.startsWith(PREFIX)
    ? [description.slice(0, at).trim(), line.slice(PREFIX.length)]
    : [description.trim(), ''];
};

/** The description as a person wrote it. */
export const withoutView = (description: string): string => lastLine(description)[0];

/** A saved query as the parameters of an address. */
export const toAddress = (saved: {
  readonly query: Readonly<Record<string, unknown>>;
  readonly description: string;
}): Parameters => {
  const view = new URLSearchParams(lastLine(saved.description)[1]);
  return {
    ...fromQuery(saved.query),
    ...Object.fromEntries(
      VIEW_NAMES.flatMap((name) => (view.has(name) ? [[name, view.get(name) ?? '']] : [])),
    ),
  };
};

/** An id out of a name: `Delivery, last year` is `delivery-last-year`. */
export const idOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 63)
    .replace(/-+$/, '');
