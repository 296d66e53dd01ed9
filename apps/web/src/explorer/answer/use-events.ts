import { useQuery } from '@tanstack/react-query';
import type { Deployment, Incident } from '@codemetrics/contracts';
import { client } from '../../api/client.ts';
import type { DateRange } from '../../range/date-range.ts';
import type { EventKind } from '../state/explorer-state.ts';
import type { WorkloadNames } from './group-name.ts';

/** One thing that happened, for the marks and the list beside them. */
export interface ExplorerEvent {
  readonly id: string;
  readonly kind: 'deployment' | 'incident';
  /** RFC 3339. */
  readonly date: string;
  readonly label: string;
  readonly url: string | null;
}

interface Asked {
  readonly workloads: readonly string[];
  readonly repositories: readonly string[];
  readonly range: DateRange;
  readonly kinds: readonly EventKind[];
}

const MOST_EVENTS = 500;

const ofDeployment = (one: Deployment, names: WorkloadNames): ExplorerEvent[] =>
  one.finishedAt === null
    ? []
    : [
        {
          id: one.deploymentId,
          kind: 'deployment',
          date: one.finishedAt,
          label: `${one.repository} to ${one.environment}, ${one.status} (${names.get(one.workload) ?? one.workload})`,
          url: one.url,
        },
      ];

const ofIncident = (one: Incident, names: WorkloadNames): ExplorerEvent => ({
  id: one.incidentId,
  kind: 'incident',
  date: one.openedAt,
  label: `${one.title ?? 'Incident'}, ${one.severity ?? 'severity unknown'}, ${one.status} (${names.get(one.workload) ?? one.workload})`,
  url: one.url,
});

/** Production deployments that ended and incidents that opened in the range, newest first; `isCut`: there are more. */
export const useEvents = ({ workloads, repositories, range, kinds }: Asked, names: WorkloadNames) =>
  useQuery({
    queryKey: ['explorer', 'events', workloads, repositories, range, kinds],
    queryFn: async ({ signal }) => {
      const shared = { limit: MOST_EVENTS, start: range.start, end: range.end };
      const of = workloads.length > 0 ? { workloads: [...workloads] } : {};
      const [deployments, incidents] = await Promise.all([
        kinds.includes('deployments')
          ? client.deployments.list(
              {
                ...shared,
                ...of,
                production: true,
                status: ['success', 'failure'],
                ...(repositories.length === 1 && { repository: repositories[0] }),
              },
              { signal },
            )
          : { deployments: [], nextCursor: null },
        kinds.includes('incidents')
          ? client.incidents.list({ ...shared, ...of }, { signal })
          : { incidents: [], nextCursor: null },
      ]);
      return {
        deployments: deployments.deployments.filter(
          (one) => repositories.length === 0 || repositories.includes(one.repository),
        ),
        incidents: incidents.incidents,
        isCut: deployments.nextCursor !== null || incidents.nextCursor !== null,
      };
    },
    select: ({ deployments, incidents, isCut }) => ({
      isCut,
      events: [
        ...deployments.flatMap((one) => ofDeployment(one, names)),
        ...incidents.map((one) => ofIncident(one, names)),
      ].sort((one, other) => (one.date < other.date ? 1 : -1)),
    }),
    enabled: kinds.length > 0,
  });
