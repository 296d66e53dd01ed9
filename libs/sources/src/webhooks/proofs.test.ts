import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { azureDevopsSource } from './azure-devops/index.ts';
import { circleciSource } from './circleci/index.ts';
import { jenkinsSource } from './jenkins/index.ts';
import { jiraSource } from './jira/index.ts';
import { opsgenieSource } from './opsgenie/index.ts';
import { pagerdutySource } from './pagerduty/index.ts';
import type { WebhookSource } from './webhook-source.ts';

const SECRET = 'a-secret: of $ome léngth';
const BODY = '{"event":"✓"}';
const hex = (secret: string, body = BODY): string => createHmac('sha256', secret).update(body).digest('hex');
const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`;

const accepts = (
  source: WebhookSource,
  header: string,
  value: string,
  secret = SECRET,
  body = BODY,
): boolean => source.verify(secret, { headers: { [header]: value }, body });

describe.each([
  ['CircleCI', circleciSource, 'circleci-signature'],
  ['PagerDuty', pagerdutySource, 'x-pagerduty-signature'],
])('%s signs with versions', (_, source, header) => {
  test('one right signature among several is enough', () => {
    expect(accepts(source, header, `v1=${hex(SECRET)}`)).toBe(true);
    expect(accepts(source, header, `v2=${hex('other')}, v1=${hex('old one')} ,v1=${hex(SECRET)}`)).toBe(true);
  });

  test.each([
    ['of another secret', `v1=${hex('other')}`],
    ['of another body', `v1=${hex(SECRET, '{}')}`],
    ['of another version', `v2=${hex(SECRET)}`],
    ['without a version', hex(SECRET)],
    ['with something behind it', `v1=${hex(SECRET)}00`],
    ['that is none', 'v1='],
    ['that is empty', ''],
    ['behind many others', `${'v1=ab,'.repeat(1000)}v1=${hex(SECRET)}`],
  ])('one %s is refused', (_name, value) => {
    expect(accepts(source, header, value)).toBe(false);
  });
});

test('Jira signs the body', () => {
  expect(accepts(jiraSource, 'x-hub-signature', `sha256=${hex(SECRET)}`)).toBe(true);
  for (const value of [
    hex(SECRET),
    `sha1=${hex(SECRET)}`,
    `sha256=${hex('other')}`,
    `sha256=${hex(SECRET, '')}`,
  ])
    expect(accepts(jiraSource, 'x-hub-signature', value)).toBe(false);
});

describe.each([
  ['Jenkins', jenkinsSource],
  ['Azure DevOps', azureDevopsSource],
])('%s may send the secret as a password', (_, source) => {
  test('of any user', () => {
    for (const user of ['', 'jo', 'codemetrics'])
      expect(accepts(source, 'authorization', basic(`${user}:${SECRET}`))).toBe(true);
  });

  test.each([
    ['another password', basic('jo:other')],
    ['the secret as the user', basic(`${SECRET}:`)],
    ['no colon', basic('secret')],
    ['another scheme', `Bearer ${SECRET}`],
    ['no base64', 'Basic %%%'],
    ['nothing', ''],
    ['a header that is over-long', basic(`${'x'.repeat(10_000)}:${SECRET}`)],
  ])('%s is refused', (_name, value) => {
    expect(accepts(source, 'authorization', value)).toBe(false);
    expect(accepts(source, 'authorization', value, '')).toBe(false);
  });
});

test('Jenkins and Opsgenie may send the secret in a header of ours', () => {
  for (const source of [jenkinsSource, opsgenieSource]) {
    expect(accepts(source, 'x-codemetrics-token', SECRET)).toBe(true);
    expect(accepts(source, 'x-codemetrics-token', `${SECRET} `)).toBe(false);
    expect(accepts(source, 'x-codemetrics-token', '', '')).toBe(false);
  }
});

test('a delivery without any proof is refused by every source', () => {
  for (const source of [
    azureDevopsSource,
    circleciSource,
    jenkinsSource,
    jiraSource,
    opsgenieSource,
    pagerdutySource,
  ])
    for (const secret of [SECRET, '']) expect(source.verify(secret, { headers: {}, body: BODY })).toBe(false);
});

test('no header makes the check of a proof fail', () => {
  const names = [
    'authorization',
    'circleci-signature',
    'x-codemetrics-token',
    'x-hub-signature',
    'x-pagerduty-signature',
  ];
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.base64String().map((text) => `Basic ${text}`),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), value), fc.string(), (headers, body) => {
      for (const source of [
        azureDevopsSource,
        circleciSource,
        jenkinsSource,
        jiraSource,
        opsgenieSource,
        pagerdutySource,
      ])
        expect(source.verify(SECRET, { headers, body })).toBe(false);
    }),
  );
});
