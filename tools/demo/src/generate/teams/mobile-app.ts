import type { Team } from '../team.ts';
import { jobs } from './jobs.ts';

const FLAKY = 0.16;

/** The team with flaky jobs: much is red that is green when it runs again. */
export const mobileApp: Team = {
  id: 'mobile-app',
  name: 'Mobile app',
  description: 'The apps for iOS and Android, released every two weeks. Device tests are flaky.',
  tags: { department: 'commerce', tier: '2' },
  groups: [
    { name: 'apps', repositories: [{ name: 'acme/mobile-ios' }, { name: 'acme/mobile-android' }] },
    { name: 'backend', repositories: [{ name: 'acme/mobile-bff' }] },
  ],
  repositories: [
    {
      name: 'acme/mobile-ios',
      defaultBranch: 'main',
      jobs: jobs(['lint', 'device-tests', 'archive'], [2, 21, 14], FLAKY),
      weight: 1,
      folders: ['App/Screens', 'App/Model', 'App/Network', 'Tests'],
      extension: '.swift',
      binaries: ['App/Assets/launch.png', 'App/Assets/icon.png'],
      coverage: { format: 'cobertura', percent: [54, 58] },
    },
    {
      name: 'acme/mobile-android',
      defaultBranch: 'main',
      jobs: jobs(['lint', 'device-tests', 'bundle'], [3, 24, 9], FLAKY),
      weight: 1,
      folders: ['app/src/screens', 'app/src/data', 'app/src/network', 'app/src/test'],
      extension: '.kt',
      binaries: ['app/src/main/res/launch.webp'],
      coverage: { format: 'cobertura', percent: [57, 60] },
    },
    {
      name: 'acme/mobile-bff',
      defaultBranch: 'main',
      jobs: jobs(['lint', 'test', 'build'], [1, 4, 2], 0.03),
      weight: 0.8,
      folders: ['src/routes', 'src/services', 'test'],
      extension: '.ts',
      coverage: { format: 'lcov', percent: [72, 76] },
    },
  ],
  people: ['nora.berg', 'felix.schmid', 'grace.kim', 'omar.haddad'],
  issuePrefix: 'MOB',
  changesPerDay: [0.86, 0.92],
  reviewHours: [6, 5],
  lines: [45, 45],
  faults: [0.12, 0.11],
  slowness: [1, 1.05],
  queueSeconds: [120, 140],
  squashes: true,
  deploys: { production: 'production', everyDays: 10, share: [1, 1], failures: [0.05, 0.05] },
  incidentsPerMonth: [1.2, 1.2],
  restoreHours: [10, 8],
  bugsPerMonth: [8, 8],
};
