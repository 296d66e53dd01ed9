import type { CodeMetricsClient } from '@codemetrics/client';
import { idsByDay, pooled, rangeOf } from './ask.ts';
import type { Comparison } from './comparison.ts';
import { deploymentRows, SOURCE } from './feed-changes.ts';
import type { IncidentsScenario, PeerDeployment, PeerIncident } from './scenario.ts';
import { isDelivery } from './scenario.ts';

const PART = 'the peer blames the part of a deployment that had finished; here it must have finished whole';

const isOfProject = ({ project }: IncidentsScenario, { source }: PeerIncident): boolean => {
  const [kind, name = ''] = source.split('/');
  return (kind === 'boards' ? project.boards : project.repos).includes(name);
};

/** Sends the project’s rows; the tables have no resolution, and the last update stands for it. */
const feed = async (
  client: CodeMetricsClient,
  scenario: IncidentsScenario,
  workload: string,
  idOf: (row: PeerDeployment) => string,
): Promise<void> => {
  const { deployment_scopes: scopes } = scenario.project;
  const deployments = scenario.deployments.filter(({ scope }) => scopes.includes(scope));
  const incidents = scenario.incidents.filter((one) => isOfProject(scenario, one));
  await client.deployments.send({ deployments: deploymentRows(workload, deployments, idOf) });
  await client.incidents.send({
    incidents: incidents.map((one) => ({
      ...{ workload, source: SOURCE, externalId: one.id },
      ...{ openedAt: one.created_at, resolvedAt: one.updated_at },
    })),
  });
};

/** Which deployment each incident is laid on: both stand in the day of the deployment’s finish. */
const causes = async (client: CodeMetricsClient, body: Parameters<typeof idsByDay>[2]) => {
  const incidents = await idsByDay(client, 'failed-deployment-recovery-time', body);
  const deployments = await idsByDay(client, 'deployment-frequency', body);
  const plain = (id: string) => id.slice(SOURCE.length + 1);
  return new Map(
    [...incidents].flatMap(([day, ids]) =>
      ids.map((id) => [plain(id), (deployments.get(day) ?? []).map(plain).join(' or ')] as const),
    ),
  );
};

/** `2 of 5` of the file’s aggregates, as percent. */
const rateOf = (scenario: IncidentsScenario): number | null => {
  const [, failed, all] =
    /change_failure_rate\W+(\d+) of (\d+)/.exec(JSON.stringify(scenario.expected)) ?? [];
  return failed === undefined ? null : (100 * Number(failed)) / Number(all);
};

/** What blames a deployment only once all of its parts have finished. */
const byHand = (scenario: IncidentsScenario, incident: PeerIncident): string | undefined => {
  const { deployment_scopes: scopes } = scenario.project;
  const parts = scenario.deployments.filter((one) => isDelivery(one) && scopes.includes(one.scope));
  const whole = [...Map.groupBy(parts, (one) => one.pipeline)].map(([pipeline, some]) => ({
    ...{
      pipeline,
      finish: some
        .map((one) => one.finished_at)
        .sort()
        .at(-1)!,
    },
  }));
  const before = whole.filter(({ finish }) => finish < incident.created_at);
  return before.sort((a, b) => (a.finish < b.finish ? 1 : -1))[0]?.pipeline;
};

/**
 * Sends a scenario of incidents twice: with each part as a deployment of its own, as the peer reads its tables, and with
 * the parts of a pipeline as one. Compares each incident’s deployment in both, and the aggregates.
 */
export const compareIncidents = async (
  client: CodeMetricsClient,
  scenario: IncidentsScenario,
  workloads: { readonly parts: string; readonly whole: string },
): Promise<Comparison[]> => {
  await feed(client, scenario, workloads.parts, ({ id }) => id);
  await feed(client, scenario, workloads.whole, ({ pipeline }) => pipeline);
  const times = scenario.incidents.map((one) => one.created_at);
  const dateRange = rangeOf([...times, ...scenario.deployments.map((one) => one.finished_at)]);
  const parts = await causes(client, { workloads: [workloads.parts], dateRange });
  const body = { workloads: [workloads.whole], dateRange };
  const whole = await causes(client, body);
  const pipelineOf = (id: string | undefined) =>
    scenario.deployments.find((one) => one.id === id)?.pipeline ?? id ?? null;
  const relation = scenario.expected.incident_to_deployment_pipeline;
  const rows = scenario.incidents.flatMap((incident): Comparison[] => {
    const [, name] = /([^:]+)$/.exec(incident.id)!;
    const peer = relation[incident.id] ?? null;
    const ours = whole.get(incident.id) ?? null;
    const reason = ours !== null && ours === byHand(scenario, incident) ? PART : undefined;
    return [
      { what: `incident ${name} → deployment, by parts`, peer, ours: pipelineOf(parts.get(incident.id)) },
      { what: `incident ${name} → deployment, whole`, peer, ours, reason },
    ];
  });
  const known = new Set([...(await idsByDay(client, 'deployment-frequency', body)).values()].flat());
  const named = new Set(JSON.stringify(scenario.expected).match(/(?<=[[,]")pipeline\d+(?=")/g));
  return [
    ...rows,
    {
      what: 'incidents',
      peer: Object.keys(relation).length,
      ours: await pooled(client, 'production-incidents', body),
    },
    {
      what: 'deployments',
      peer: [...named].sort().join(' '),
      ours: [...known]
        .map((id) => id.slice(SOURCE.length + 1))
        .sort()
        .join(' '),
    },
    {
      what: 'change failure rate, %',
      peer: rateOf(scenario),
      ours: await pooled(client, 'change-failure-rate', body),
    },
  ];
};
