import { useSyncExternalStore } from 'react';

let hasNavigated = false;

/** Whether the person has moved inside of the app, as opposed to having just opened it. */
export const isMovedInside = (): boolean => hasNavigated;

/** Goes to a page of this app. */
export const navigate = (to: string, { replace = false }: { replace?: boolean } = {}): void => {
  hasNavigated = true;
  if (replace) window.history.replaceState(null, '', to);
  else window.history.pushState(null, '', to);
  window.scrollTo(0, 0);
  window.dispatchEvent(new PopStateEvent('popstate'));
};

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('popstate', listener);
  return () => window.removeEventListener('popstate', listener);
};

const pathname = (): string => window.location.pathname;
const search = (): string => window.location.search;

/** Where the person is; changes with every step in the history. */
export const useLocation = () => ({
  pathname: useSyncExternalStore(subscribe, pathname),
  search: useSyncExternalStore(subscribe, search),
});
