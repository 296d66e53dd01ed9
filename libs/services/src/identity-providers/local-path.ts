const MOST_CHARACTERS = 1000;
const ANY_ORIGIN = 'http://app.invalid';
/** Browsers take a backslash for a slash and drop tabs and line ends before they look. */
const SUSPECT = /[\\\u0000-\u001f\u007f-\u009f]/;

/**
 * A path of this app that a browser may be sent to, in the ASCII that a header takes; undefined for what could lead
 * elsewhere, or into signing in again.
 */
export const localPath = (value: string): string | undefined => {
  if (value.length > MOST_CHARACTERS || !value.startsWith('/') || SUSPECT.test(value)) return undefined;
  if (!value.isWellFormed() || !URL.canParse(value, ANY_ORIGIN)) return undefined;
  const url = new URL(value, ANY_ORIGIN);
  // `/..//elsewhere` is a path of this app until it is written down again.
  if (url.origin !== ANY_ORIGIN || url.pathname.startsWith('//')) return undefined;
  if (/^\/(auth|api|trpc)(\/|$)/i.test(url.pathname)) return undefined;
  return url.pathname + url.search + url.hash;
};
