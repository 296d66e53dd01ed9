import { readPayload } from '../read-payload.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { spansOf } from './ci-span.ts';
import { mapDeployment } from './map-deployment.ts';
import { mapJob } from './map-job.ts';
import { mapRun } from './map-run.ts';
import { placeOf } from './place-of.ts';
import type { Place } from './place-of.ts';
import { roleOf } from './role-of.ts';
import { TracesExport } from './schema.ts';

type Row<Kind extends 'runs' | 'jobs' | 'deployments'> = NonNullable<WebhookRows[Kind]>[number];

/** By their keys: of a span that an export holds twice the last one counts. */
interface Found {
  readonly claim: Place['claim'];
  readonly runs: Map<string, Row<'runs'>>;
  readonly jobs: Map<string, Row<'jobs'>>;
  readonly deployments: Map<string, Row<'deployments'>>;
}

/** The runs, jobs and deployments of an export, by repository. Spans of tests, of steps and of anything else are none. */
export const mapTraces = (payload: unknown): readonly WebhookRows[] => {
  const byPlace = new Map<string, Found>();
  for (const one of spansOf(readPayload(TracesExport, payload))) {
    const role = roleOf(one);
    if (role === null) continue;
    const place = placeOf(one);
    const found = foundAt(byPlace, place);
    if (role === 'run') {
      const run = mapRun(one, place);
      if (run) found.runs.set(`${run.externalId} ${run.attempt}`, run);
      continue;
    }
    const job = mapJob(one, place);
    if (!job) continue;
    found.jobs.set(job.externalId, job);
    const deployment = mapDeployment(one, job);
    if (deployment) found.deployments.set(deployment.externalId, deployment);
  }
  return [...byPlace.values()]
    .filter(({ runs, jobs }) => runs.size + jobs.size > 0)
    .map(({ claim, runs, jobs, deployments }) => ({
      ...claim,
      runs: [...runs.values()],
      jobs: [...jobs.values()],
      deployments: [...deployments.values()],
    }));
};

const foundAt = (byPlace: Map<string, Found>, { claim }: Place): Found => {
  const key = JSON.stringify(claim);
  const known = byPlace.get(key);
  if (known) return known;
  const found = { claim, runs: new Map(), jobs: new Map(), deployments: new Map() };
  byPlace.set(key, found);
  return found;
};
