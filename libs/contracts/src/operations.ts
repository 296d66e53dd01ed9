import { listAudit } from './audit/operations.ts';
import { sendChanges } from './changes/operations.ts';
import { exchangeToken } from './ci-identities/exchange.ts';
import { createCiIdentity, deleteCiIdentity, listCiIdentities } from './ci-identities/operations.ts';
import { sendCommits } from './commits/operations.ts';
import { uploadCoverage } from './coverage/operations.ts';
import { listDeployments } from './deployments/list.ts';
import { sendDeployments } from './deployments/operations.ts';
import { listSourceRows } from './explanations/operations.ts';
import { getWorkloadFreshness } from './freshness/operations.ts';
import { listIncidents } from './incidents/list.ts';
import { sendIncidents } from './incidents/operations.ts';
import { sendIssues } from './issues/operations.ts';
import { sendMeasurements } from './measurements/operations.ts';
import {
  createNoticeWebhook,
  deleteNoticeWebhook,
  listNoticeWebhooks,
  testNoticeWebhook,
} from './notice-webhooks/operations.ts';
import { dismissNotice, listNotices } from './notices/operations.ts';
import { sendPipelineJobs } from './pipeline-jobs/operations.ts';
import { getPipelineRun, listPipelineRuns, sendPipelineRuns } from './pipeline-runs/operations.ts';
import { cancelQueryJob, getQueryJob, startQueryJob } from './query-jobs/operations.ts';
import { listMetrics, runQuery } from './queries/operations.ts';
import { deleteSavedQuery, getSavedQuery, listSavedQueries, saveQuery } from './saved-queries/operations.ts';
import {
  createToken,
  getDailyTokenUsage,
  getTokenUsage,
  listTokens,
  revokeToken,
  rotateOwnToken,
  rotateToken,
} from './service-tokens/operations.ts';
import { endAllSessions, endSession, listSessions, showSessionToken } from './sessions/own-sessions.ts';
import {
  changePassword,
  createSession,
  deleteSession,
  getSession,
  listSignInProviders,
} from './sessions/operations.ts';
import { listSettings } from './settings/operations.ts';
import { endSigningKey, listSigningKeys, rotateSigningKey } from './signing-keys/operations.ts';
import { getDelivery, listDeliveries, replayDelivery } from './sources/deliveries.ts';
import { configureSource, listSources, receiveWebhook, replaySource } from './sources/operations.ts';
import { getSystemConfig } from './system/operations.ts';
import { uploadTests } from './tests/operations.ts';
import { createUser, deleteUser, getUser, listUsers, updateUser } from './users/operations.ts';
import { uploadVulnerabilities } from './vulnerabilities/operations.ts';
import {
  applyWorkloads,
  createWorkload,
  deleteWorkload,
  getWorkload,
  listWorkloads,
  replaceWorkload,
} from './workloads/operations.ts';

/** Every operation of the API, by noun and verb. The tRPC router and the verbs mirror this tree. */
export const operations = {
  session: {
    create: createSession,
    get: getSession,
    delete: deleteSession,
    changePassword,
    providers: listSignInProviders,
    showToken: showSessionToken,
  },
  sessions: { list: listSessions, delete: endSession, deleteAll: endAllSessions },
  tokens: {
    create: createToken,
    list: listTokens,
    revoke: revokeToken,
    rotate: rotateToken,
    rotateSelf: rotateOwnToken,
    usage: getTokenUsage,
    dailyUsage: getDailyTokenUsage,
    exchange: exchangeToken,
  },
  notices: { list: listNotices, dismiss: dismissNotice },
  noticeWebhooks: {
    list: listNoticeWebhooks,
    create: createNoticeWebhook,
    delete: deleteNoticeWebhook,
    test: testNoticeWebhook,
  },
  keys: { list: listSigningKeys, rotate: rotateSigningKey, end: endSigningKey },
  ciIdentities: { list: listCiIdentities, create: createCiIdentity, delete: deleteCiIdentity },
  workloads: {
    list: listWorkloads,
    create: createWorkload,
    get: getWorkload,
    replace: replaceWorkload,
    delete: deleteWorkload,
    apply: applyWorkloads,
    freshness: getWorkloadFreshness,
  },
  users: { list: listUsers, create: createUser, get: getUser, update: updateUser, delete: deleteUser },
  system: { config: getSystemConfig, settings: listSettings },
  query: { run: runQuery, metrics: listMetrics, rows: listSourceRows },
  queryJobs: { start: startQueryJob, get: getQueryJob, cancel: cancelQueryJob },
  savedQueries: { list: listSavedQueries, get: getSavedQuery, save: saveQuery, delete: deleteSavedQuery },
  pipelineRuns: { list: listPipelineRuns, get: getPipelineRun, send: sendPipelineRuns },
  pipelineJobs: { send: sendPipelineJobs },
  deployments: { list: listDeployments, send: sendDeployments },
  incidents: { list: listIncidents, send: sendIncidents },
  changes: { send: sendChanges },
  commits: { send: sendCommits },
  issues: { send: sendIssues },
  coverage: { upload: uploadCoverage },
  tests: { upload: uploadTests },
  vulnerabilities: { upload: uploadVulnerabilities },
  measurements: { send: sendMeasurements },
  sources: {
    list: listSources,
    configure: configureSource,
    receive: receiveWebhook,
    replay: replaySource,
    deliveries: listDeliveries,
    delivery: getDelivery,
    replayDelivery,
  },
  audit: { list: listAudit },
};

export type Operations = typeof operations;
