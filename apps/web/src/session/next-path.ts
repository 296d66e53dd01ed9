const PAGES: readonly string[] = ['/', '/workloads', '/tokens', '/profile'];

/** Where to go after signing in: a page of this app that `?next=` names, and never another site. */
export const nextPath = (search: string): string => {
  const next = new URLSearchParams(search).get('next');
  return next !== null && PAGES.includes(next) ? next : '/';
};

/** The address of the sign-in page that leads back to a page. */
export const signInPath = (from: string, ended: boolean): string => {
  const query = new URLSearchParams();
  if (PAGES.includes(from) && from !== '/') query.set('next', from);
  if (ended) query.set('ended', '1');
  const text = query.toString();
  return text === '' ? '/sign-in' : `/sign-in?${text}`;
};
