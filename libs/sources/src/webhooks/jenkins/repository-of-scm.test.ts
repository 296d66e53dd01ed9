import { expect, test } from 'vitest';
import { repositoryOfScm } from './repository-of-scm.ts';

test.each([
  ['git@github.com:acme/shop.git', 'acme/shop'],
  ['https://github.com/acme/shop', 'acme/shop'],
  ['https://jo:token@github.com/acme/shop.git/', 'acme/shop'],
  ['ssh://git@github.com:22/acme/shop.git', 'acme/shop'],
  ['https://gitlab.example.com/acme/team/shop.git', 'acme/team/shop'],
  ['https://git.example.com/scm/ACME/shop.git', 'ACME/shop'],
  ['ssh://git@git.example.com:7999/ACME/shop.git', 'ACME/shop'],
  ['https://acme@dev.azure.com/acme/My%20Shop/_git/api', 'My Shop/api'],
  ['https://dev.azure.com/acme/_git/api', 'api/api'],
  ['https://acme.visualstudio.com/DefaultCollection/_git/api', 'api/api'],
  ['https://acme.visualstudio.com/_git/api', 'api/api'],
  ['git@ssh.dev.azure.com:v3/acme/My%20Shop/api', 'My Shop/api'],
  ['file:///srv/git/shop.git', null],
  ['C:\\git\\shop', null],
  ['/srv/git/shop', null],
  ['', null],
  [null, null],
])('%s is %s', (address, repository) => {
  expect(repositoryOfScm(address)).toBe(repository);
});
