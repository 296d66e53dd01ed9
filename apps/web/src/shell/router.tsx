import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import { OverviewPage } from '../overview/overview-page.tsx';
import { SessionGate } from '../session/session-gate.tsx';
import { SignInPage } from '../session/sign-in-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { PageFailure } from './page-failure.tsx';
import { PageSkeleton } from './page-skeleton.tsx';
import { Shell } from './shell.tsx';
import { loadPart } from './status/load-part.ts';

const root = createRootRoute({ component: Outlet });

const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignInPage });

/** Everything that only a signed-in person sees. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: () => (
    <SessionGate>
      <Shell>
        <Outlet />
      </Shell>
    </SessionGate>
  ),
});

/** The text values of an address's query; a screen reads its own from them (see `useAddress`). */
const validateSearch = (search: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(search).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[key, String(value)]]
        : [],
    ),
  );

const page = <P extends string>(path: P, component: Parameters<typeof lazyRouteComponent>[0], name: string) =>
  createRoute({
    getParentRoute: () => inside,
    path,
    validateSearch,
    component: lazyRouteComponent(() => loadPart(component), name as never),
  });

/** The server answers with this app at exactly these addresses; keep them as apps/server/src/http/web-app.ts has them. */
const routeTree = root.addChildren([
  signIn,
  inside.addChildren([
    createRoute({ getParentRoute: () => inside, path: '/', validateSearch, component: OverviewPage }),
    page('/start', () => import('../start/start-page.tsx'), 'StartPage'),
    page('/workloads/$workload', () => import('../workload/workload-page.tsx'), 'WorkloadPage'),
    page('/explorer', () => import('../explorer/explorer-page.tsx'), 'ExplorerPage'),
    page('/pipelines', () => import('../pipelines/pipelines-page.tsx'), 'PipelinesPage'),
    page('/pipelines/runs/$run', () => import('../pipelines/run-page.tsx'), 'RunPage'),
    page('/code', () => import('../code/code-page.tsx'), 'CodePage'),
    page('/tokens', () => import('../tokens/tokens-page.tsx'), 'TokensPage'),
    page('/profile', () => import('../profile/profile-page.tsx'), 'ProfilePage'),
    page(
      '/administration/$section',
      () => import('../administration/administration-page.tsx'),
      'AdministrationPage',
    ),
  ]),
]);

export const router = createRouter({
  routeTree,
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultPendingMs: 150,
  defaultPendingComponent: PageSkeleton,
  defaultNotFoundComponent: NotFoundPage,
  defaultErrorComponent: PageFailure,
  // Plain text in the query, so that a person can read and write an address: `?range=90d`, never `?range="90d"`.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const query = new URLSearchParams(
      Object.entries(search as Record<string, unknown>).flatMap(([key, value]) =>
        value === undefined || value === null || value === '' ? [] : [[key, String(value)]],
      ),
    ).toString();
    return query === '' ? '' : `?${query}`;
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
