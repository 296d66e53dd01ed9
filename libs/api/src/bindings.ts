import { operations } from '@codemetrics/contracts';
import * as verbs from '@codemetrics/services';
import { bind } from './binding.ts';

/** Every operation with its verb, by noun; the tRPC router and the REST routes are both made from it. */
export const bindings = {
  session: {
    create: bind(operations.session.create, verbs.createSession),
    get: bind(operations.session.get, verbs.getSession),
    delete: bind(operations.session.delete, verbs.deleteSession),
    changePassword: bind(operations.session.changePassword, verbs.changePassword),
    providers: bind(operations.session.providers, verbs.listSignInProviders),
    showToken: bind(operations.session.showToken, verbs.showSessionToken),
  },
  sessions: {
    list: bind(operations.sessions.list, verbs.listSessions),
    delete: bind(operations.sessions.delete, verbs.endSession),
    deleteAll: bind(operations.sessions.deleteAll, verbs.endAllSessions),
  },
  tokens: {
    create: bind(operations.tokens.create, verbs.createToken),
    list: bind(operations.tokens.list, verbs.listTokens),
    revoke: bind(operations.tokens.revoke, verbs.revokeToken),
    rotate: bind(operations.tokens.rotate, verbs.rotateToken),
    rotateSelf: bind(operations.tokens.rotateSelf, verbs.rotateOwnToken),
    usage: bind(operations.tokens.usage, verbs.getTokenUsage),
    dailyUsage: bind(operations.tokens.dailyUsage, verbs.getDailyTokenUsage),
    exchange: bind(operations.tokens.exchange, verbs.exchangeToken),
  },
  ciIdentities: {
    list: bind(operations.ciIdentities.list, verbs.listCiIdentities),
    create: bind(operations.ciIdentities.create, verbs.createCiIdentity),
    delete: bind(operations.ciIdentities.delete, verbs.deleteCiIdentity),
  },
  keys: {
    list: bind(operations.keys.list, verbs.listSigningKeys),
    rotate: bind(operations.keys.rotate, verbs.rotateSigningKey),
    end: bind(operations.keys.end, verbs.endSigningKey),
  },
  notices: {
    list: bind(operations.notices.list, verbs.listNotices),
    dismiss: bind(operations.notices.dismiss, verbs.dismissNotice),
  },
  noticeWebhooks: {
    list: bind(operations.noticeWebhooks.list, verbs.listNoticeWebhooks),
    create: bind(operations.noticeWebhooks.create, verbs.createNoticeWebhook),
    delete: bind(operations.noticeWebhooks.delete, verbs.deleteNoticeWebhook),
    test: bind(operations.noticeWebhooks.test, verbs.testNoticeWebhook),
  },
  workloads: {
    list: bind(operations.workloads.list, verbs.listWorkloads),
    create: bind(operations.workloads.create, verbs.createWorkload),
    get: bind(operations.workloads.get, verbs.getWorkload),
    replace: bind(operations.workloads.replace, verbs.replaceWorkload),
    delete: bind(operations.workloads.delete, verbs.deleteWorkload),
    apply: bind(operations.workloads.apply, verbs.applyWorkloads),
    freshness: bind(operations.workloads.freshness, verbs.getWorkloadFreshness),
  },
  users: {
    list: bind(operations.users.list, verbs.listUsers),
    create: bind(operations.users.create, verbs.createUser),
    get: bind(operations.users.get, verbs.getUser),
    update: bind(operations.users.update, verbs.updateUser),
    delete: bind(operations.users.delete, verbs.deleteUser),
  },
  system: {
    config: bind(operations.system.config, verbs.getSystemConfig),
    settings: bind(operations.system.settings, verbs.listSettings),
  },
  query: {
    run: bind(operations.query.run, verbs.runQuery),
    metrics: bind(operations.query.metrics, verbs.listMetrics),
    rows: bind(operations.query.rows, verbs.listSourceRows),
  },
  queryJobs: {
    start: bind(operations.queryJobs.start, verbs.startQueryJob),
    get: bind(operations.queryJobs.get, verbs.getQueryJob),
    cancel: bind(operations.queryJobs.cancel, verbs.cancelQueryJob),
  },
  savedQueries: {
    list: bind(operations.savedQueries.list, verbs.listSavedQueries),
    get: bind(operations.savedQueries.get, verbs.getSavedQuery),
    save: bind(operations.savedQueries.save, verbs.saveQuery),
    delete: bind(operations.savedQueries.delete, verbs.deleteSavedQuery),
  },
  pipelineRuns: {
    list: bind(operations.pipelineRuns.list, verbs.listPipelineRuns),
    get: bind(operations.pipelineRuns.get, verbs.getPipelineRun),
    send: bind(operations.pipelineRuns.send, verbs.sendPipelineRuns),
  },
  pipelineJobs: { send: bind(operations.pipelineJobs.send, verbs.sendPipelineJobs) },
  deployments: {
    list: bind(operations.deployments.list, verbs.listDeployments),
    send: bind(operations.deployments.send, verbs.sendDeployments),
  },
  incidents: {
    list: bind(operations.incidents.list, verbs.listIncidents),
    send: bind(operations.incidents.send, verbs.sendIncidents),
  },
  changes: { send: bind(operations.changes.send, verbs.sendChanges) },
  commits: { send: bind(operations.commits.send, verbs.sendCommits) },
  issues: { send: bind(operations.issues.send, verbs.sendIssues) },
  coverage: { upload: bind(operations.coverage.upload, verbs.uploadCoverage) },
  tests: { upload: bind(operations.tests.upload, verbs.uploadTests) },
  vulnerabilities: { upload: bind(operations.vulnerabilities.upload, verbs.uploadVulnerabilities) },
  measurements: { send: bind(operations.measurements.send, verbs.sendMeasurements) },
  sources: {
    list: bind(operations.sources.list, verbs.listSources),
    configure: bind(operations.sources.configure, verbs.configureSource),
    receive: bind(operations.sources.receive, verbs.receiveWebhook),
    replay: bind(operations.sources.replay, verbs.replaySource),
    deliveries: bind(operations.sources.deliveries, verbs.listDeliveries),
    delivery: bind(operations.sources.delivery, verbs.getDelivery),
    replayDelivery: bind(operations.sources.replayDelivery, verbs.replayDelivery),
  },
  audit: { list: bind(operations.audit.list, verbs.listAuditEntries) },
};

export type Bindings = typeof bindings;
