import { lazy, Suspense, useEffect } from 'react';
import type { ComponentType } from 'react';
import { OverviewPage } from '../overview/overview-page.tsx';
import { SessionGate } from '../session/session-gate.tsx';
import { SignInPage } from '../session/sign-in-page.tsx';
import { navigate, useLocation } from './router.ts';
import { Shell } from './shell.tsx';

const PRELOAD_AFTER_MS = 1500;

const profile = () =>
  import('../profile/profile-page.tsx').then((module) => ({ default: module.ProfilePage }));
const tokens = () => import('../tokens/tokens-page.tsx').then((module) => ({ default: module.TokensPage }));

/** The server answers with this app at exactly these addresses; keep them as apps/server/src/http/web-app.ts has them. */
const PAGES: Readonly<Record<string, ComponentType>> = {
  '/': OverviewPage,
  '/tokens': lazy(tokens),
  '/profile': lazy(profile),
};

/** The screen of the present address; one that has none leads to the overview. */
export const Routes = () => {
  const { pathname } = useLocation();
  const Page = PAGES[pathname];
  const isLost = !Page && pathname !== '/sign-in';
  useEffect(() => {
    if (isLost) navigate('/', { replace: true });
  }, [isLost]);
  // The screens not needed yet are loaded once the first stands, so that a step to them shows no gap.
  useEffect(() => {
    const timer = setTimeout(() => void Promise.allSettled([tokens(), profile()]), PRELOAD_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (pathname === '/sign-in') return <SignInPage />;
  if (!Page) return null;
  return (
    <SessionGate>
      <Shell>
        <Suspense>
          <Page />
        </Suspense>
      </Shell>
    </SessionGate>
  );
};
