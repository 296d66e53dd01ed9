import { listAudit } from './audit/operations.ts';
import { sendChanges } from './changes/operations.ts';
import { sendCommits } from './commits/operations.ts';
import { uploadCoverage } from './coverage/operations.ts';
import { sendDeployments } from './deployments/operations.ts';
import { sendIncidents } from './incidents/operations.ts';
import { sendIssues } from './issues/operations.ts';
import { getPipelineRun, listPipelineRuns, sendPipelineRuns } from './pipeline-runs/operations.ts';
import { listMetrics, runQuery } from './queries/operations.ts';
import {
  createToken,
  getTokenUsage,
  listTokens,
  revokeToken,
  rotateOwnToken,
  rotateToken,
} from './service-tokens/operations.ts';
import { changePassword, createSession, deleteSession, getSession } from './sessions/operations.ts';
import { configureSource, listSources, receiveGithubWebhook } from './sources/operations.ts';
import { getSystemConfig } from './system/operations.ts';
import { createUser, deleteUser, getUser, listUsers, updateUser } from './users/operations.ts';
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
  session: { create: createSession, get: getSession, delete: deleteSession, changePassword },
  tokens: {
    create: createToken,
    list: listTokens,
    revoke: revokeToken,
    rotate: rotateToken,
    rotateSelf: rotateOwnToken,
    usage: getTokenUsage,
  },
  workloads: {
    list: listWorkloads,
    create: createWorkload,
    get: getWorkload,
    replace: replaceWorkload,
    delete: deleteWorkload,
    apply: applyWorkloads,
  },
  users: { list: listUsers, create: createUser, get: getUser, update: updateUser, delete: deleteUser },
  system: { config: getSystemConfig },
  query: { run: runQuery, metrics: listMetrics },
  pipelineRuns: { list: listPipelineRuns, get: getPipelineRun, send: sendPipelineRuns },
  deployments: { send: sendDeployments },
  incidents: { send: sendIncidents },
  changes: { send: sendChanges },
  commits: { send: sendCommits },
  issues: { send: sendIssues },
  coverage: { upload: uploadCoverage },
  sources: { list: listSources, configure: configureSource, receiveGithub: receiveGithubWebhook },
  audit: { list: listAudit },
};

export type Operations = typeof operations;
