import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Canaries } from '../check/secrecy-faults.ts';
import { PROVEN_SOURCES } from '../generate/webhooks.ts';
import type { Call } from '../generate/call.ts';
import type { KnownValues } from '../generate/known-values.ts';
import type { Answer, Target } from '../run/send-call.ts';
import type { Api } from './api.ts';
import { apiOf } from './api.ts';
import type { Credentials } from './credentials.ts';
import { createCredentials } from './credentials.ts';
import { learnIds, usualValues } from './usual-values.ts';
import type { Person } from './people.ts';
import { createPerson, secretPassword, signIn } from './people.ts';
import { plantWorkload } from './planted-workloads.ts';
import { throwAwayPeople } from './throw-away.ts';

export const ADMIN = 'admin';

/** What the server under test holds: people, credentials, rows, and what must not be seen. */
export interface World {
  readonly api: Api;
  readonly credentials: Credentials;
  readonly known: KnownValues;
  readonly canaries: Canaries;
  readonly target: Target;
  readonly hidden: string;
  /** The person whose sessions and tokens may be ended. */
  readonly throwAway: Person;
  /** Takes note of what an accepted call made or set. */
  learn(call: Call, answer: Answer): void;
}

/** The workloads that are planted, and what stands in the texts of each. */
export const plantedWorkloads = (hidden: string): readonly (readonly [id: string, mark: string])[] => [
  ['my-team', 'acme'],
  ['other-team', 'others'],
  ['kept-apart', hidden],
];

const LIMITED = ['limited-session', 'reader-token', 'writer-token'];

const makeTokens = async (
  api: Api,
  admin: string,
  credentials: Credentials,
  hidden: string,
): Promise<void> => {
  const create = (session: string, json: Record<string, unknown>) =>
    api<{ accessToken: string; tokenId: string }>('POST', '/tokens', session, json);
  const workloads = ['my-team'];
  // Not of an administrator, whose tokens may read what others saved, nor of anyone who saved something.
  const maker = credentials.tokens.get('maker-session')!;
  const reader = await create(maker, { subject: 'reader', scopes: ['data:read'], workloads });
  const writer = await create(maker, { subject: 'writer', scopes: ['data:write'], workloads });
  const revoked = await create(admin, { subject: 'revoked', description: hidden });
  await api('DELETE', `/tokens/${revoked.tokenId}`, admin);
  credentials.tokens.set('reader-token', reader.accessToken);
  credentials.tokens.set('writer-token', writer.accessToken);
  credentials.tokens.set('revoked-token', revoked.accessToken);
};

/** Fills a fresh server whose administrator has this password. */
export const createWorld = async (
  url: string,
  adminPassword: string,
  secrets: readonly string[],
): Promise<World> => {
  const api = apiOf(url);
  const credentials = createCredentials();
  const hidden = `canary${randomBytes(8).toString('hex')}`;
  const admin = await signIn(api, { username: ADMIN, password: adminPassword });
  credentials.tokens.set('admin-session', admin);
  for (const [id, mark] of plantedWorkloads(hidden)) await plantWorkload(api, admin, id, mark);
  const people: Person[] = [];
  for (const [name, role, workloads] of [
    ['editor', 'editor', undefined],
    ['maker', 'editor', undefined],
    ['viewer', 'viewer', undefined],
    ['limited', 'viewer', ['my-team']],
  ] as const) {
    const person = await createPerson(api, admin, {
      username: name,
      role,
      ...(workloads ? { workloads } : {}),
    });
    people.push(person);
    credentials.tokens.set(`${name}-session`, await signIn(api, person));
  }
  await makeTokens(api, admin, credentials, hidden);
  const { throwAway, victims } = await throwAwayPeople(api, admin, hidden);
  const webhookSecrets = new Map(PROVEN_SOURCES.map((source) => [source, secretPassword()]));
  for (const [source, secret] of webhookSecrets) await api('PUT', `/sources/${source}`, admin, { secret });
  const query = { queries: ['pipeline-runs'], dateRange: { start: '2026-03-01', end: '2026-03-31' } };
  // Not shared: only its owner and administrators may see it.
  const editor = credentials.tokens.get('editor-session')!;
  await api('PUT', '/queries/of-the-editor', editor, { name: hidden, description: hidden, query });
  const known = await usualValues(api, admin, victims);
  return {
    api,
    credentials,
    known,
    hidden,
    throwAway,
    canaries: {
      secrets: [...secrets, adminPassword, ...people.map((one) => one.password), ...webhookSecrets.values()],
      hidden,
      limited: new Set(LIMITED),
    },
    target: { url, credential: credentials.headers, secretOf: (source) => webhookSecrets.get(source) },
    learn: (call, answer) => {
      if (answer.status >= 300 || call.method === 'OPTIONS') return;
      learnIds(known, call, answer);
      if (call.operation !== 'configureSource' || call.method !== 'PUT') return;
      const source = /\/sources\/([^/?]+)/.exec(call.target)?.[1] ?? '';
      const text = typeof call.body === 'string' ? call.body : gunzipSync(call.body ?? '').toString();
      webhookSecrets.set(source, (JSON.parse(text) as { secret: string }).secret);
    },
  };
};
