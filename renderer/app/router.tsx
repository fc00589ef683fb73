import { createHashHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { AppFrame } from './AppFrame.tsx';
import { NoSuchPage } from './NoSuchPage.tsx';
import { RouteProblem } from './RouteProblem.tsx';

const rootRoute = createRootRoute({ component: AppFrame, errorComponent: RouteProblem });

const indexRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/today', replace: true });
  },
});

const todayRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/today',
  component: lazyRouteComponent(() => import('./routes/TodayRoute.tsx'), 'TodayRoute'),
});

const accountsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/accounts',
  component: lazyRouteComponent(() => import('./routes/AccountsRoute.tsx'), 'AccountsRoute'),
});

const accountFileRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/accounts/$accountId/$tab',
  // A row of the tab, such as a note that was searched for.
  validateSearch: ({ row }: Record<string, unknown>): { row?: string } => (typeof row === 'string' ? { row } : {}),
  component: lazyRouteComponent(() => import('./routes/AccountFileRoute.tsx'), 'AccountFileRoute'),
});

const reviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/accounts/$accountId/reviews/$reviewId',
  component: lazyRouteComponent(() => import('./routes/ReviewRoute.tsx'), 'ReviewRoute'),
});

const dataRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/data',
  validateSearch: ({ part }: Record<string, unknown>): { part?: 'duplicates' } => (part === 'duplicates' ? { part } : {}),
  component: lazyRouteComponent(() => import('./routes/DataRoute.tsx'), 'DataRoute'),
});

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./routes/SettingsRoute.tsx'), 'SettingsRoute'),
});

const routeTree = rootRoute.addChildren([indexRoute, todayRoute, accountsRoute, accountFileRoute, reviewRoute, dataRoute, settingsRoute]);

/** The screens. The address lies behind #, so that a reload asks either host for its one page. */
export function createAppRouter() {
  return createRouter({ routeTree, history: createHashHistory(), defaultPendingMs: 200, defaultErrorComponent: RouteProblem, defaultNotFoundComponent: NoSuchPage });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
