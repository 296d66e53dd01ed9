import { lazy, Suspense } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';
import { useParams } from '@tanstack/react-router';
import { useSession } from '../session/use-session.ts';
import { NotFoundPage } from '../shell/not-found-page.tsx';
import { PageSkeleton } from '../shell/page-skeleton.tsx';
import { ADMINISTRATION, allowed } from '../shell/pages.ts';
import { NotPermitted } from './not-permitted.tsx';

const section = <Name extends string>(
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
): LazyExoticComponent<ComponentType> => lazy(() => load().then((module) => ({ default: module[name] })));

/** Each section comes when it is opened. Their addresses and who may use them stand in `ADMINISTRATION`. */
const SECTIONS: ReadonlyMap<string, ComponentType> = new Map<string, ComponentType>([
  ['users', section(() => import('./users/users-page.tsx'), 'UsersPage')],
  ['workloads', section(() => import('./workloads/workloads-page.tsx'), 'WorkloadsPage')],
  ['sources', section(() => import('./sources/sources-page.tsx'), 'SourcesPage')],
  ['ci-identities', section(() => import('./ci-identities/ci-identities-page.tsx'), 'CiIdentitiesPage')],
  ['webhooks', section(() => import('./webhooks/webhooks-page.tsx'), 'WebhooksPage')],
  ['keys', section(() => import('./keys/keys-page.tsx'), 'KeysPage')],
  ['audit', section(() => import('./audit/audit-page.tsx'), 'AuditPage')],
  ['settings', section(() => import('./settings/settings-page.tsx'), 'SettingsPage')],
]);

/** One section of administration, for those who may do what it is for. */
export const AdministrationPage = () => {
  const { section: name = '' } = useParams({ strict: false });
  const { scopes } = useSession();
  const Section = SECTIONS.get(name);
  const link = ADMINISTRATION.find(({ to }) => to === `/administration/${name}`);
  if (!Section || !link) return <NotFoundPage />;
  if (allowed([link], scopes).length === 0) return <NotPermitted link={link} />;
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Section key={name} />
    </Suspense>
  );
};
