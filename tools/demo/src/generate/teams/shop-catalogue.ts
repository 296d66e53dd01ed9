import type { Team } from '../team.ts';
import { jobs } from './jobs.ts';

/** The team that stays as it is. */
export const shopCatalogue: Team = {
  id: 'shop-catalogue',
  name: 'Shop catalogue',
  description: 'Products, prices and search.',
  tags: { department: 'commerce', tier: '2' },
  groups: [
    { name: 'services', repositories: [{ name: 'acme/catalogue-*' }] },
    { name: 'search', repositories: [{ name: 'acme/search' }] },
  ],
  repositories: [
    {
      name: 'acme/catalogue-api',
      defaultBranch: 'main',
      jobs: jobs(['compile', 'test', 'package'], [2.5, 7, 3]),
      weight: 1.1,
      folders: ['catalogue/products', 'catalogue/prices', 'catalogue/http', 'tests'],
      extension: '.py',
      coverage: { format: 'cobertura', percent: [77, 78] },
    },
    {
      name: 'acme/catalogue-importer',
      defaultBranch: 'main',
      jobs: jobs(['compile', 'test', 'package'], [1.9, 5, 2.5]),
      weight: 0.8,
      folders: ['importer/feeds', 'importer/mapping', 'tests'],
      extension: '.py',
      coverage: { format: 'cobertura', percent: [69, 70] },
    },
    {
      name: 'acme/search',
      defaultBranch: 'main',
      jobs: jobs(['lint', 'test', 'image'], [1.2, 6, 5]),
      weight: 1,
      folders: ['src/index', 'src/query', 'src/ranking', 'test'],
      extension: '.ts',
      coverage: { format: 'lcov', percent: [81, 82] },
    },
  ],
  people: ['lena.hoffmann', 'marco.ricci', 'sofie.jensen', 'dev.patel'],
  issuePrefix: 'CAT',
  changesPerDay: [0.92, 0.92],
  reviewHours: [4, 4],
  lines: [38, 38],
  faults: [0.13, 0.12],
  slowness: [1, 1],
  queueSeconds: [18, 18],
  squashes: true,
  deploys: { production: 'production', everyDays: 2, share: [1, 1], failures: [0.04, 0.04] },
  incidentsPerMonth: [1.7, 1.6],
  restoreHours: [2.2, 2],
  bugsPerMonth: [6, 6],
};
