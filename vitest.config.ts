import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Three projects: unit tests stand beside their file; API tests talk HTTP to a server on a real PostgreSQL;
// browser tests drive a real Chromium.
export default defineConfig({
  test: {
    // A server under test waits for its database much of the time; one core less, the default, leaves both half idle.
    maxWorkers: Math.max(2, availableParallelism()),
    reporters: ['default', ['json', { outputFile: '.nx/cache/vitest.json' }]],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{apps,libs,tools}/*/src/**/*.test.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          globalSetup: ['libs/testing/src/global-setup.ts'],
        },
      },
      {
        test: {
          name: 'api',
          include: ['apps/server/test/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 90_000,
          globalSetup: ['libs/testing/src/global-setup.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['apps/web/test/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 90_000,
          fileParallelism: false,
          globalSetup: ['libs/testing/src/global-setup.ts', 'apps/web/test/demo-setup.ts'],
        },
      },
    ],
  },
});
