import type { Team } from '../team.ts';
import { jobs } from './jobs.ts';

/** The team that gets worse: its changes grow, wait longer, and fail more often. */
export const payments: Team = {
  id: 'payments',
  name: 'Payments',
  description: 'Card and invoice payments, refunds and the ledger. Two people left during the year.',
  tags: { department: 'finance', tier: '1' },
  groups: [
    { name: 'services', repositories: [{ name: 'acme/payment-*' }] },
    { name: 'ledger', repositories: [{ name: 'acme/ledger' }] },
  ],
  repositories: [
    {
      name: 'acme/payment-gateway',
      defaultBranch: 'main',
      jobs: jobs(['compile', 'test', 'contract-tests'], [3, 8, 9], 0.01),
      weight: 1.2,
      folders: ['gateway/cards', 'gateway/invoices', 'gateway/providers', 'gateway/tests'],
      extension: '.py',
      coverage: { format: 'cobertura', percent: [91, 78] },
    },
    {
      name: 'acme/payment-refunds',
      defaultBranch: 'main',
      jobs: jobs(['compile', 'test', 'contract-tests'], [2.2, 6, 7], 0.01),
      weight: 0.8,
      folders: ['refunds/rules', 'refunds/http', 'refunds/tests'],
      extension: '.py',
      coverage: { format: 'cobertura', percent: [88, 80] },
    },
    {
      name: 'acme/ledger',
      defaultBranch: 'master',
      jobs: jobs(['compile', 'test', 'migrations'], [4, 10, 4], 0.008),
      weight: 1,
      folders: ['src/accounts', 'src/bookings', 'src/reports', 'test'],
      extension: '.ts',
      coverage: { format: 'lcov', percent: [86, 75] },
    },
  ],
  people: ['katrin.vogel', 'ibrahim.diallo', 'ann.murphy', 'luis.ortega', 'wei.zhang'],
  issuePrefix: 'PAY',
  changesPerDay: [1.1, 0.72],
  reviewHours: [3, 15],
  lines: [34, 85],
  faults: [0.07, 0.24],
  slowness: [0.9, 1.7],
  queueSeconds: [12, 95],
  squashes: false,
  deploys: { production: 'prod-eu', everyDays: 4, share: [1, 1], failures: [0.02, 0.12] },
  incidentsPerMonth: [0.8, 3.6],
  restoreHours: [1.2, 6.5],
  bugsPerMonth: [4, 11],
};
