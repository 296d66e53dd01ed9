import { useMemo } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { Config } from '../../api/use-config.ts';
import { useConfig } from '../../api/use-config.ts';
import { useSession } from '../../session/use-session.ts';
import type { PageLink } from '../pages.ts';
import { ADMINISTRATION, allowed, PAGES } from '../pages.ts';
import type { PaletteEntry } from './palette-entry.ts';
import { useActions } from './use-actions.ts';

const EXTRA = [
  {
    to: '/start',
    label: 'Get started',
    icon: 'circle-play',
    keywords: 'first run onboarding add send data new workload team',
  },
  { to: '/profile', label: 'Profile', icon: 'user', keywords: 'me password appearance theme session' },
] as const;

/** Moves to an address of the app, and then puts the focus at the screen's title. */
type Go = (address: {
  readonly to: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly search?: Readonly<Record<string, string>>;
}) => void;

const useGo = (): Go => {
  const navigate = useNavigate();
  return (address) =>
    void navigate(address as never).then(() => {
      // Somebody quick has opened the next dialog meanwhile.
      if (document.querySelector('[aria-modal="true"]')) return;
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    });
};

const screens = (go: Go, scopes: readonly string[]): readonly PaletteEntry[] => {
  const pages = allowed(PAGES, scopes);
  const extra = EXTRA.filter(({ to }) => !pages.some((page) => page.to === to));
  const screen = (page: Pick<PageLink, 'to' | 'label' | 'icon' | 'keywords'>): PaletteEntry => ({
    ...{ id: `screen ${page.to}`, group: 'Screens', label: page.label, icon: page.icon },
    keywords: page.keywords,
    choose: () => go({ to: page.to }),
  });
  return [
    ...[...pages, ...extra].map(screen),
    ...allowed(ADMINISTRATION, scopes).map((page) => ({ ...screen(page), detail: 'Administration' })),
  ];
};

const workloads = (go: Go, config: Config): readonly PaletteEntry[] =>
  config.workloads.map(({ id, name, tags }) => ({
    ...{ id: `workload ${id}`, group: 'Workloads', label: name, icon: 'layers' },
    ...(id === name ? {} : { detail: id }),
    keywords: Object.values(tags).join(' '),
    choose: () => go({ to: '/workloads/$workload', params: { workload: id } }),
  }));

const metrics = (go: Go, config: Config): readonly PaletteEntry[] =>
  config.queries.map(({ id, title, description }) => ({
    ...{ id: `metric ${id}`, group: 'Metrics', label: title, detail: description, icon: 'chart' },
    keywords: id,
    choose: () => go({ to: '/explorer', search: { metrics: id } }),
  }));

/** Everything that the person may go to or do, the run by its id aside. */
export const useEntries = (onOpen: (part: 'help' | 'token') => void): readonly PaletteEntry[] => {
  const { scopes } = useSession();
  const { data: config } = useConfig();
  const go = useGo();
  const actions = useActions(onOpen);
  return useMemo(
    () => [
      ...screens(go, scopes),
      ...(config ? [...workloads(go, config), ...metrics(go, config)] : []),
      ...actions,
    ],
    // What the entries do is the same at each drawing.
    [scopes, config, actions.length],
  );
};

const RUN_ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** A run, where the search is the id of one. */
export const useRunEntry = (search: string): readonly PaletteEntry[] => {
  const go = useGo();
  const run = search.trim().toLowerCase();
  if (!RUN_ID.test(run)) return [];
  return [
    {
      ...{ id: `run ${run}`, group: 'Runs', label: 'Open this pipeline run', detail: run, icon: 'pipeline' },
      keywords: run,
      choose: () => go({ to: '/pipelines/runs/$run', params: { run } }),
    },
  ];
};
