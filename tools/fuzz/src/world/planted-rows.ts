import {
  aChange,
  aCommit,
  aDeployment,
  aJob,
  aMeasurement,
  anIncident,
  anIssue,
  aPipelineRun,
} from '@codemetrics/testing';
import type { Api } from './api.ts';

/** Plants a few rows of every kind in a workload; `mark` stands in all their texts. */
export const plantRows = async (api: Api, token: string, workload: string, mark: string): Promise<void> => {
  const place = { workload, repository: `${mark}/shop-api` };
  const commit = aCommit({
    ...place,
    branch: 'main',
    message: `feat: ${mark}`,
    files: [{ path: `src/${mark}.ts`, addedLines: 3, deletedLines: 1 }],
  });
  const at = {
    queuedAt: '2026-03-02T09:59:30Z',
    startedAt: '2026-03-02T10:00:00Z',
    finishedAt: '2026-03-02T10:04:00Z',
  };
  const runs = ['success', 'failure', 'cancelled'].map((conclusion, index) =>
    aPipelineRun({
      ...place,
      ...at,
      externalId: `${mark}-${index}`,
      job: `${mark}-build`,
      branch: `${mark}-branch`,
      actor: { name: mark, kind: 'user' },
      event: mark,
      url: `https://ci.example/${mark}`,
      conclusion: conclusion as 'success',
    }),
  );
  const jobs = [
    aJob({
      ...place,
      externalId: `${mark}-job`,
      run: `${mark}-0`,
      source: 'test-ci',
      name: mark,
      stage: mark,
      runner: mark,
    }),
  ];
  const deployments = [
    aDeployment({ ...place, externalId: `${mark}-d`, commit: commit.sha, environment: 'production' }),
  ];
  const incidents = [
    anIncident({ workload, externalId: `${mark}-i`, title: mark, causedByDeployment: `${mark}-d` }),
  ];
  const changes = [
    aChange({
      ...place,
      externalId: `${mark}-c`,
      title: mark,
      author: { name: mark, kind: 'user' },
      commits: [commit.sha],
    }),
  ];
  const issues = [
    anIssue({ workload, repository: place.repository, externalId: `${mark}-b`, title: mark, labels: [mark] }),
  ];
  const measurements = [aMeasurement({ ...place, path: `${mark}.ts` })];
  await api('POST', '/commits', token, { commits: [commit] });
  await api('POST', '/pipeline/runs', token, { runs });
  await api('POST', '/pipeline/jobs', token, { jobs });
  await api('POST', '/deployments', token, { deployments });
  await api('POST', '/incidents', token, { incidents });
  await api('POST', '/changes', token, { changes });
  await api('POST', '/issues', token, { issues });
  await api('POST', '/measurements', token, { measurements });
};
