type Json = Readonly<Record<string, unknown>>;

/** For tests: what the Notification plugin sends of a build, with fields of the build replaced. */
export const notification = (build: Json = {}, whole: Json = {}): Json => ({
  name: 'api',
  display_name: 'api',
  url: 'job/shop/job/api/',
  build: {
    full_url: 'https://ci.example.com/job/shop/job/api/12/',
    url: 'job/shop/job/api/12/',
    number: 12,
    queue_id: 99,
    timestamp: 1_772_366_520_000,
    duration: 120_000,
    phase: 'COMPLETED',
    status: 'SUCCESS',
    scm: {
      url: 'git@github.com:acme/shop-api.git',
      branch: 'origin/main',
      commit: '9fceb02c0a6f4d1a8b8f8f5f6c7d2e3b4a5c6d7e',
    },
    parameters: { DEPLOY: 'false' },
    ...build,
  },
  ...whole,
});
