import { expect, test } from 'vitest';
import { codeHostRepository } from '../code-host-repository.ts';
import { readPurl } from './read-purl.ts';

const COMMIT = '9fceb02c0a6f4d1a8b8f8f5f6c7d2e3b4a5c6d7e';

test.each([
  [`pkg:github/acme/shop@${COMMIT}`, 'acme/shop', COMMIT],
  ['pkg:github/acme/shop@20260301', 'acme/shop', null],
  ['pkg:golang/git.example/acme/shop@234fd47e07d1', 'acme/shop', '234fd47e07d1'],
  ['pkg:golang/shop@v1', null, null],
  [
    `pkg:oci/shop@sha256%3Aabc?vcs_url=git%2Bhttps://git.example/acme/shop.git%40${COMMIT}`,
    'acme/shop',
    COMMIT,
  ],
  ['pkg:oci/shop@sha256%3Aabc', null, null],
  ['pkg:npm/%40acme/shop@1.2.3', null, null],
  ['shop', null, null],
  ['pkg:oci/%E0%A4@%', null, null],
  [null, null, null],
])('%s comes from %s at %s', (purl, repository, commit) => {
  expect(readPurl(purl)).toMatchObject({ repository, commit });
});

test('an artifact has its name with and without its namespace', () => {
  expect(readPurl('pkg:npm/%40acme/shop@1.2.3').names).toEqual(['@acme/shop', 'shop']);
});

test.each([
  ['https://github.com/acme/shop/actions/runs/7', 'acme/shop'],
  ['https://gitlab.example/acme/web/shop/-/pipelines/7', 'acme/web/shop'],
  ['https://bitbucket.org/acme/shop/pull-requests/1', 'acme/shop'],
  ['https://jenkins.example/job/shop/7', null],
  ['https://github.com/acme', null],
  ['/ci/tekton', null],
  [null, null],
])('the page %s is one of %s', (address, repository) => {
  expect(codeHostRepository(address)).toBe(repository);
});
