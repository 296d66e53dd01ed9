import type { Input } from './call-operation.ts';
import { batchOf } from './row-batches.ts';

/** An id of nothing. */
export const UNKNOWN = '01900000-0000-7000-8000-000000000000';

/** A password that users of these tests have. */
export const PASSWORD = 'a sentence for user number 10!';

let counter = 0;
const fresh = (): string => `made-${++counter}`;
const QUERY = { queries: ['pipeline-runs'], dateRange: { start: '2026-03-01', end: '2026-03-02' } };
const CI_IDENTITY = {
  issuer: 'https://token.actions.githubusercontent.com',
  audience: 'x',
  claims: { repository: 'acme/shop-api' },
  scopes: ['data:read'],
};
const REPORT = { workload: 'my-team', repository: 'acme/shop-api', commit: 'abcdef1' };

/**
 * Who may do what. In each triple: a session, a service token with all that its maker may give, one that only reads.
 * `+` allowed, `s` the scope is missing, `p` takes a person's session, `t` takes a service token.
 */
const TABLE: readonly (readonly [path: string, expected: string, input: () => Input, answer?: string])[] = [
  //                       admin editor viewer
  ['session.get', '         +++   +++   +++', () => ({})],
  ['session.delete', '      +pp   +pp   +pp', () => ({})],
  [
    'session.changePassword',
    '                       +pp   +pp   +pp',
    () => ({ currentPassword: PASSWORD, newPassword: 'short' }),
    'invalid-input',
  ],
  ['session.showToken', '   +pp   +pp   +pp', () => ({})],
  ['sessions.list', '       +pp   +pp   +pp', () => ({})],
  ['sessions.delete', '     +pp   +pp   +pp', () => ({ sessionId: UNKNOWN }), 'not-found'],
  ['sessions.deleteAll', '  +pp   +pp   +pp', () => ({ keepCurrent: true })],
  ['tokens.create', '       +pp   +pp   +pp', () => ({ subject: 'x', scopes: ['data:read'] })],
  ['tokens.list', '         +pp   +pp   +pp', () => ({})],
  ['tokens.revoke', '       +pp   +pp   +pp', () => ({ tokenId: UNKNOWN }), 'not-found'],
  ['tokens.rotate', '       +pp   +pp   +pp', () => ({ tokenId: UNKNOWN }), 'not-found'],
  ['tokens.rotateSelf', '   t++   t++   t++', () => ({})],
  ['tokens.usage', '        +pp   +pp   +pp', () => ({ tokenId: UNKNOWN }), 'not-found'],
  ['tokens.dailyUsage', '   +pp   +pp   +pp', () => ({})],
  ['ciIdentities.list', '   +pp   +pp   +pp', () => ({})],
  ['ciIdentities.create', ' +pp   spp   spp', () => ({ ...CI_IDENTITY, name: fresh() })],
  ['ciIdentities.delete', ' +pp   +pp   +pp', () => ({ identityId: UNKNOWN }), 'not-found'],
  ['keys.list', '           +pp   spp   spp', () => ({})],
  ['keys.rotate', '         +pp   spp   spp', () => ({ kid: 'nowhere' }), 'not-found'],
  ['keys.end', '            +pp   spp   spp', () => ({ kid: 'nowhere' }), 'not-found'],
  ['notices.list', '        +pp   +pp   +pp', () => ({})],
  ['notices.dismiss', '     +pp   +pp   +pp', () => ({ noticeId: UNKNOWN }), 'not-found'],
  ['noticeWebhooks.list', ' +pp   spp   spp', () => ({})],
  [
    'noticeWebhooks.create',
    '                       +pp   spp   spp',
    () => ({ url: 'https://10.0.0.1/hook' }),
    'url-forbidden',
  ],
  ['noticeWebhooks.delete', '+pp  spp   spp', () => ({ webhookId: UNKNOWN }), 'not-found'],
  ['noticeWebhooks.test', ' +pp   spp   spp', () => ({ webhookId: UNKNOWN }), 'not-found'],
  ['workloads.list', '      +++   +++   +++', () => ({})],
  ['workloads.create', '    ++s   ++s   sss', () => ({ id: fresh(), name: 'x' })],
  ['workloads.get', '       +++   +++   +++', () => ({ id: 'my-team' })],
  ['workloads.freshness', ' +++   +++   +++', () => ({ id: 'my-team' })],
  ['workloads.replace', '   ++s   ++s   sss', () => ({ id: 'my-team', name: 'x' })],
  ['workloads.delete', '    ++s   ++s   sss', () => ({ id: 'nowhere' }), 'workload-not-found'],
  ['workloads.apply', '     ++s   ++s   sss', () => ({ workloads: [{ id: 'my-team', name: 'x' }] })],
  ['users.list', '          +pp   spp   spp', () => ({})],
  ['users.create', '        +pp   spp   spp', () => ({ username: fresh(), password: PASSWORD })],
  ['users.get', '           +pp   spp   spp', () => ({ userId: UNKNOWN }), 'not-found'],
  ['users.update', '        +pp   spp   spp', () => ({ userId: UNKNOWN, role: 'viewer' }), 'not-found'],
  ['users.delete', '        +pp   spp   spp', () => ({ userId: UNKNOWN }), 'not-found'],
  ['system.config', '       +++   +++   +++', () => ({})],
  ['system.settings', '     +pp   spp   spp', () => ({})],
  ['query.run', '           +++   +++   +++', () => QUERY],
  ['query.metrics', '       +++   +++   +++', () => ({})],
  ['query.rows', '          +++   +++   +++', () => ({ query: 'pipeline-runs', ids: [UNKNOWN] })],
  ['queryJobs.start', '     +++   +++   +++', () => QUERY],
  ['queryJobs.get', '       +++   +++   +++', () => ({ jobId: UNKNOWN }), 'not-found'],
  ['queryJobs.cancel', '    +++   +++   +++', () => ({ jobId: UNKNOWN }), 'not-found'],
  ['savedQueries.list', '   +++   +++   +++', () => ({})],
  ['savedQueries.get', '    +++   +++   +++', () => ({ id: 'nowhere' }), 'not-found'],
  ['savedQueries.save', '   +++   +++   +++', () => ({ id: fresh(), name: 'x', query: QUERY })],
  ['savedQueries.delete', ' +++   +++   +++', () => ({ id: 'nowhere' }), 'not-found'],
  ['pipelineRuns.list', '   +++   +++   +++', () => ({})],
  ['pipelineRuns.get', '    +++   +++   +++', () => ({ runId: UNKNOWN }), 'not-found'],
  ['pipelineRuns.send', '   ++s   ++s   sss', () => batchOf('pipelineRuns.send')],
  ['pipelineJobs.send', '   ++s   ++s   sss', () => batchOf('pipelineJobs.send')],
  ['measurements.send', '   ++s   ++s   sss', () => batchOf('measurements.send')],
  ['deployments.list', '    +++   +++   +++', () => ({})],
  ['deployments.send', '    ++s   ++s   sss', () => batchOf('deployments.send')],
  ['incidents.list', '      +++   +++   +++', () => ({})],
  ['incidents.send', '      ++s   ++s   sss', () => batchOf('incidents.send')],
  ['changes.send', '        ++s   ++s   sss', () => batchOf('changes.send')],
  ['commits.send', '        ++s   ++s   sss', () => batchOf('commits.send')],
  ['issues.send', '         ++s   ++s   sss', () => batchOf('issues.send')],
  [
    'coverage.upload',
    '                       ++s   ++s   sss',
    () => ({ ...REPORT, report: 'SF:a\nDA:1,1\nend_of_record\n' }),
  ],
  [
    'tests.upload',
    '                       ++s   ++s   sss',
    () => ({ ...REPORT, report: '<testsuite><testcase name="a"/></testsuite>' }),
  ],
  [
    'vulnerabilities.upload',
    '                       ++s   ++s   sss',
    () => ({ ...REPORT, report: '{"version":"2.1.0","runs":[]}' }),
  ],
  ['sources.list', '        ++s   sss   sss', () => ({})],
  [
    'sources.configure',
    '                       ++s   sss   sss',
    () => ({ source: 'github', secret: 'a-long-webhook-secret' }),
  ],
  ['sources.replay', '      ++s   sss   sss', () => ({ source: 'github' })],
  ['sources.deliveries', '  ++s   sss   sss', () => ({ source: 'github' })],
  ['sources.delivery', '    ++s   sss   sss', () => ({ source: 'github', deliveryId: 'x' }), 'not-found'],
  [
    'sources.replayDelivery',
    '                       ++s   sss   sss',
    () => ({ source: 'github', deliveryId: 'x' }),
    'not-found',
  ],
  ['audit.list', '          ++s   sss   sss', () => ({})],
];
/** The table, a row an operation. */
export const ROWS = TABLE.map(([path, expected, input, answer = 'ok']) => ({
  path,
  marks: expected.replaceAll(' ', ''),
  input,
  answer,
}));
/** Open to whoever knows a password or signs rightly, whatever the credential. */
export const OPEN = ['session.create', 'session.providers', 'sources.receive', 'tokens.exchange'];
