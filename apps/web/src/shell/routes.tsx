import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { OverviewPage } from '../overview/overview-page.tsx';
import { ProfilePage } from '../profile/profile-page.tsx';
import { SessionGate } from '../session/session-gate.tsx';
import { SignInPage } from '../session/sign-in-page.tsx';
import { TokensPage } from '../tokens/tokens-page.tsx';
import { navigate, useLocation } from './router.ts';
import { Shell } from './shell.tsx';

/** The server answers with this app at exactly these addresses; keep them as apps/server/src/http/web-app.ts has them. */
const PAGES: Readonly<Record<string, () => ReactNode>> = {
  '/': OverviewPage,
  '/tokens': TokensPage,
  '/profile': ProfilePage,
};

/** The screen of the present address; one that has none leads to the overview. */
export const Routes = () => {
  const { pathname } = useLocation();
  const Page = PAGES[pathname];
  const isLost = !Page && pathname !== '/sign-in';
  useEffect(() => {
    if (isLost) navigate('/', { replace: true });
  }, [isLost]);
  if (pathname === '/sign-in') return <SignInPage />;
  if (!Page) return null;
  return (
    <SessionGate>
      <Shell>
        <Page />
      </Shell>
    </SessionGate>
  );
};
