/** What an address of this app begins with, the overview and the sign-in page aside. */
const PREFIXES = [
  '/start',
  '/workloads',
  '/explorer',
  '/pipelines',
  '/code',
  '/tokens',
  '/administration',
  '/profile',
];

/** Any origin will do to read an address by; none that a page could have. */
const ORIGIN = 'http://app.invalid';

const isOwn = (address: string): boolean => {
  if (!address.startsWith('/') || !URL.canParse(address, ORIGIN)) return false;
  const { origin, pathname } = new URL(address, ORIGIN);
  if (origin !== ORIGIN) return false;
  return PREFIXES.some((prefix) => pathname === prefix || pathname.startsWith(`${prefix}/`));
};

/** Where to go after signing in: a page of this app that `?next=` names, and never another site. */
export const nextPath = (search: string): string => {
  const next = new URLSearchParams(search).get('next');
  return next !== null && isOwn(next) ? next : '/';
};

/** The address of the sign-in page that leads back to a page. */
export const signInPath = (from: string, ended: boolean): string => {
  const query = new URLSearchParams();
  if (isOwn(from)) query.set('next', from);
  if (ended) query.set('ended', '1');
  const text = query.toString();
  return text === '' ? '/sign-in' : `/sign-in?${text}`;
};
