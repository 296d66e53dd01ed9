import type { Team } from '../team.ts';
import { jobs } from './jobs.ts';

/** The new team: its data begins three months ago. */
export const platform: Team = {
  id: 'platform',
  name: 'Platform',
  description: 'Clusters, build images and shared libraries. Founded three months ago.',
  tags: { department: 'technology', tier: '3' },
  groups: [
    {
      name: 'infrastructure',
      repositories: [{ name: 'acme/clusters', defaultBranch: 'trunk' }, { name: 'acme/build-images' }],
    },
    { name: 'libraries', repositories: [{ name: 'acme/lib-*' }] },
  ],
  repositories: [
    {
      name: 'acme/clusters',
      defaultBranch: 'trunk',
      jobs: jobs(['validate', 'plan', 'policy'], [0.8, 3, 1.2]),
      weight: 1.2,
      folders: ['clusters/eu', 'clusters/us', 'modules/network', 'modules/database', 'test'],
      extension: '.ts',
      coverage: { format: 'lcov', percent: [38, 52] },
    },
    {
      name: 'acme/build-images',
      defaultBranch: 'main',
      jobs: jobs(['lint', 'build', 'scan'], [0.6, 9, 3]),
      weight: 0.7,
      folders: ['images/node', 'images/python', 'scripts', 'test'],
      extension: '.ts',
      coverage: { format: 'lcov', percent: [30, 45] },
    },
    {
      name: 'acme/lib-logging',
      defaultBranch: 'main',
      jobs: jobs(['lint', 'test', 'publish'], [0.7, 2, 1.5]),
      weight: 0.6,
      folders: ['src', 'src/sinks', 'test'],
      extension: '.ts',
      coverage: { format: 'lcov', percent: [80, 93] },
    },
    {
      name: 'acme/lib-auth',
      defaultBranch: 'main',
      jobs: jobs(['lint', 'test', 'publish'], [0.7, 3, 1.5]),
      weight: 0.6,
      folders: ['src', 'src/tokens', 'test'],
      extension: '.ts',
      coverage: { format: 'lcov', percent: [84, 90] },
    },
  ],
  people: ['hanna.koch', 'ravi.menon', 'erik.solberg'],
  issuePrefix: 'PLT',
  lastDays: 91,
  changesPerDay: [0.7, 1],
  reviewHours: [3, 2.5],
  lines: [40, 30],
  faults: [0.18, 0.12],
  slowness: [1.1, 1],
  queueSeconds: [15, 12],
  squashes: false,
  deploys: { production: 'live', everyDays: 0, share: [0.5, 0.7], failures: [0.08, 0.04] },
  incidentsPerMonth: [1.8, 1.4],
  restoreHours: [3, 2],
  bugsPerMonth: [4, 4],
};
