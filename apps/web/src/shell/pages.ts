import type { IconName } from '../elements/icon.tsx';
import type { Scope } from '@codemetrics/contracts';

/** A screen that the navigation and the command palette lead to. */
export interface PageLink {
  readonly to: string;
  readonly label: string;
  readonly icon: IconName;
  /** What the person must be allowed to, to see it at all. */
  readonly needs?: Scope;
  /** Words by which someone may look for it. */
  readonly keywords: string;
}

/** The screens in the order of the navigation. */
export const PAGES: readonly PageLink[] = [
  { to: '/', label: 'Overview', icon: 'layers', keywords: 'home workloads teams dora' },
  { to: '/explorer', label: 'Explorer', icon: 'chart', keywords: 'query chart metric compare' },
  {
    to: '/pipelines',
    label: 'Pipelines',
    icon: 'pipeline',
    keywords: 'runs builds jobs ci flaky slow queue',
  },
  { to: '/code', label: 'Code', icon: 'code', keywords: 'coverage hotspots coupling churn' },
  {
    to: '/tokens',
    label: 'Service tokens',
    icon: 'key',
    needs: 'tokens:manage',
    keywords: 'api access credentials rotate',
  },
  {
    to: '/start',
    label: 'Get started',
    icon: 'circle-play',
    needs: 'data:write',
    keywords: 'first run onboarding add send data new workload team',
  },
];

/** The screens of administration, each for those who may do what it is for. */
export const ADMINISTRATION: readonly PageLink[] = [
  {
    to: '/administration/workloads',
    label: 'Workloads',
    icon: 'layers',
    needs: 'workloads:write',
    keywords: 'teams repositories apply file',
  },
  {
    to: '/administration/users',
    label: 'Users',
    icon: 'user',
    needs: 'users:manage',
    keywords: 'people roles access disable',
  },
  {
    to: '/administration/sources',
    label: 'Sources',
    icon: 'inbox',
    needs: 'sources:manage',
    keywords: 'webhooks deliveries github gitlab replay',
  },
  {
    to: '/administration/ci-identities',
    label: 'CI identities',
    icon: 'link',
    needs: 'users:manage',
    keywords: 'oidc github actions gitlab exchange trust',
  },
  {
    to: '/administration/webhooks',
    label: 'Notice webhooks',
    icon: 'bell',
    needs: 'users:manage',
    keywords: 'alerts outgoing notifications',
  },
  {
    to: '/administration/keys',
    label: 'Signing keys',
    icon: 'lock',
    needs: 'keys:manage',
    keywords: 'rotate jwt secret',
  },
  {
    to: '/administration/audit',
    label: 'Audit log',
    icon: 'list',
    needs: 'audit:read',
    keywords: 'history who changed denied',
  },
  {
    to: '/administration/settings',
    label: 'Settings in force',
    icon: 'settings',
    needs: 'users:manage',
    keywords: 'configuration environment',
  },
];

/** Those of the screens that a person with these scopes may use. */
export const allowed = (pages: readonly PageLink[], scopes: readonly string[]): readonly PageLink[] =>
  pages.filter(({ needs }) => needs === undefined || scopes.includes(needs));
