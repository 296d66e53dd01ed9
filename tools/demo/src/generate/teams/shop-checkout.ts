import type { Team } from '../team.ts';
import { jobs } from './jobs.ts';

/** The team that gets better: smaller changes, quicker reviews, more deployments, fewer failures. */
export const shopCheckout: Team = {
  id: 'shop-checkout',
  name: 'Shop checkout',
  description: 'Basket, checkout and order confirmation. Moved from weekly releases to continuous delivery.',
  tags: { department: 'commerce', tier: '1' },
  groups: [
    { name: 'services', repositories: [{ name: 'acme/checkout-api' }, { name: 'acme/checkout-worker' }] },
    { name: 'frontend', repositories: [{ name: 'acme/checkout-web*' }] },
  ],
  repositories: [
    {
      name: 'acme/checkout-api',
      defaultBranch: 'main',
      jobs: jobs(['lint', 'test', 'build'], [1.4, 6, 3.5]),
      weight: 1.2,
      folders: ['src/basket', 'src/orders', 'src/payment-step', 'src/http', 'test'],
      extension: '.ts',
      coverage: { format: 'lcov', percent: [61, 84] },
    },
    {
      name: 'acme/checkout-worker',
      defaultBranch: 'main',
      jobs: jobs(['lint', 'test', 'build'], [1.1, 4, 2.5]),
      weight: 0.8,
      folders: ['src/jobs', 'src/mail', 'src/queue', 'test'],
      extension: '.ts',
      coverage: { format: 'lcov', percent: [55, 79] },
    },
    {
      name: 'acme/checkout-web',
      defaultBranch: 'main',
      jobs: jobs(['lint', 'test', 'e2e'], [1.8, 5, 11], 0.012),
      weight: 1,
      folders: ['src/pages', 'src/components', 'src/state', 'e2e'],
      extension: '.tsx',
      binaries: ['public/images/hero.webp', 'public/images/empty-basket.png'],
      coverage: { format: 'lcov', percent: [48, 72] },
    },
  ],
  people: ['mira.lindqvist', 'jonas.weber', 'amelie.roux', 'tomasz.nowak', 'priya.nair'],
  issuePrefix: 'CHK',
  changesPerDay: [0.8, 1.14],
  reviewHours: [9, 1.6],
  lines: [60, 22],
  faults: [0.24, 0.08],
  slowness: [1.5, 0.8],
  queueSeconds: [40, 9],
  squashes: false,
  deploys: { production: 'production', everyDays: 0, share: [0.3, 0.95], failures: [0.1, 0.02] },
  incidentsPerMonth: [3.4, 1.3],
  restoreHours: [5, 0.7],
  bugsPerMonth: [9, 4],
};
