import type { Call } from '../generate/call.ts';
import type { KnownValues } from '../generate/known-values.ts';
import type { Answer } from '../run/send-call.ts';
import type { Api } from './api.ts';
import { THROW_AWAY } from './throw-away.ts';
import type { Victims } from './throw-away.ts';

const WORKLOADS = ['my-team', 'my-team', 'my-team', 'other-team', 'kept-apart', 'nowhere'];
const DIMENSIONS = [
  'workload',
  'repository',
  'repositoryGroup',
  'job',
  'branch',
  'actor',
  'tag:mark',
  'stage',
];
const ZONES = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Apia', 'Nowhere/None'];
const DURATIONS = ['1h', '30d', '1y', '3600', 3600, '0', '10y'];
const NETWORKS = ['127.0.0.0/8', '10.0.0.0/8', '::1/128', '192.0.2.1'];
const UNKNOWN_ID = '01900000-0000-7000-8000-000000000000';
/** How many ids of one kind are kept; newer ones take the place of older ones. */
const MOST_IDS = 8;

const filled = (ids: readonly string[]): string[] =>
  Array.from({ length: MOST_IDS }, (_, index) => ids[index % Math.max(1, ids.length)] ?? UNKNOWN_ID);

/** Values that mean something to the server, by the fields that take them. */
export const usualValues = async (api: Api, admin: string, victims: Victims): Promise<KnownValues> => {
  const { metrics } = await api<{ metrics: { id: string }[] }>('GET', '/query/metrics', admin);
  const { runs } = await api<{ runs: { runId: string }[] }>('GET', '/pipeline/runs?limit=20', admin);
  const queries = metrics.map((metric) => metric.id);
  return new Map<string, readonly unknown[]>([
    ['workload', WORKLOADS],
    ['workloads', WORKLOADS],
    ['id', [...WORKLOADS, 'throw-away-1', 'throw-away-2', 'throw-away-3', 'of-the-editor']],
    ['tokenId', [...victims.tokenIds, UNKNOWN_ID]],
    ['userId', [...victims.userIds, UNKNOWN_ID]],
    ...[...LEARNT, 'cursor'].map((name): [string, string[]] => [name, filled([])]),
    ['runId', filled(runs.map((run) => run.runId))],
    ['queries', queries],
    ['query', queries],
    ['groupBy', DIMENSIONS],
    ['timezone', ZONES],
    ['ttl', DURATIONS],
    ['gracePeriod', DURATIONS],
    ['allowedCidrs', NETWORKS],
    ['repository', ['acme/shop-api', 'others/shop-api', 'elsewhere/x']],
    ['job', ['acme-build', 'build']],
    ['username', [THROW_AWAY.username, 'victim-0', 'nobody', 'admin']],
    ['password', [THROW_AWAY.password, 'another sentence of no use', 'short']],
    ['currentPassword', [THROW_AWAY.password]],
    ['newPassword', ['another sentence of no use', 'short']],
  ]);
};

/** Ids that answers tell and that later calls may use up. Those of users and tokens are not: some must last. */
const LEARNT = ['jobId', 'runId', 'webhookId', 'noticeId', 'identityId'];
const FIELDS = new RegExp(`"(${LEARNT.join('|')}|nextCursor)":"([^"]{1,500})"`, 'g');

/** Takes the place of an older value of the list, so that its length stays. */
export const learnIds = (known: KnownValues, call: Call, answer: Answer): void => {
  // Of the hidden rows an administrator's answers tell ids; those who may not see them should still try.
  if (call.kind === 'heavy') return;
  for (const [, field, value] of answer.text.slice(0, 20_000).matchAll(FIELDS)) {
    const name = field === 'nextCursor' ? 'cursor' : field!;
    const values = known.get(name) as string[] | undefined;
    if (values) values[value!.charCodeAt(value!.length - 1) % values.length] = value!;
  }
};
