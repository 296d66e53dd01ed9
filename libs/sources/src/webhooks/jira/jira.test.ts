import { describe, expect, test } from 'vitest';
import { mapChecked, refusalOf } from '../map-checked.ts';
import { jiraSource } from './index.ts';
import { issueEvent } from './test-payloads.ts';

type Json = Readonly<Record<string, unknown>>;
const map = (event: string, fields: Json = {}, whole: Json = {}) =>
  mapChecked(jiraSource, `jira:issue_${event}`, issueEvent(event, fields, whole));
const row = (fields: Json, whole: Json = {}) => map('updated', fields, whole).at(-1)?.issues?.[0];

describe('an issue', () => {
  test('goes to its project, by key, name and id', () => {
    expect(map('created')).toEqual([
      {
        services: ['SHOP', 'Shop', '10000'],
        issues: [
          {
            externalId: 'SHOP-12',
            source: 'jira',
            type: 'bug',
            priority: 'High',
            environmentFound: null,
            title: 'Checkout loses the basket',
            openedAt: new Date('2026-03-01T12:00:00Z'),
            closedAt: null,
            labels: ['checkout'],
            updatedAt: new Date('2026-03-01T12:30:00Z'),
            url: 'https://acme.atlassian.net/browse/SHOP-12',
          },
        ],
      },
    ]);
  });

  test('a bug is one in every language, and nothing else is', () => {
    const type = (name: string, untranslatedName?: string) =>
      row({ issuetype: { name, untranslatedName } })?.type;
    for (const name of [
      'Bug',
      'BUGS',
      'Production defect',
      'Sub-bug',
      '缺陷',
      'バグ',
      'Ошибка',
      'Fehler',
      ' błąd ',
    ])
      expect(type(name)).toBe('bug');
    expect(type('Anything', 'Bug')).toBe('bug');
    expect(['Debug', 'Story', 'Test Execution', '故事'].map((name) => type(name))).toEqual([
      'debug',
      'story',
      'test execution',
      '故事',
    ]);
    expect(row({ issuetype: null, labels: null })?.type).toBe('issue');
  });

  test('is closed when it was resolved, else when its status became one of the done', () => {
    const done = { statusCategory: { key: 'done' } };
    const resolutiondate = '2026-03-01T14:00:00.000+0000';
    expect(row({ resolutiondate })?.closedAt).toEqual(new Date(resolutiondate));
    const statuscategorychangedate = '2026-03-01T13:10:00.000+0100';
    expect(row({ status: done, statuscategorychangedate })?.closedAt).toEqual(
      new Date('2026-03-01T12:10:00Z'),
    );
    expect(row({ status: done })?.closedAt).toEqual(new Date('2026-03-01T12:30:00Z'));
    expect(row({ statuscategorychangedate })?.closedAt).toBeNull();
  });

  test('where it was found is told by its environment, else by a label', () => {
    const found = (environment: unknown, labels: string[] = []) =>
      row({ environment, labels })?.environmentFound;
    for (const text of ['production', 'PROD, Chrome 120\nWindows', 'eu prod'])
      expect(found(text)).toBe('production');
    for (const text of ['pre-production', 'non-prod', 'reproduction steps', 'Staging'])
      expect(found(text)).toBe(text);
    expect(found(null, ['env:production'])).toBe('production');
    expect(found({ type: 'doc', content: [] })).toBeNull();
  });

  test('its address is that of its site, below whichever path', () => {
    const url = (self: unknown) => row({}, { issue: { ...(issueEvent('x')['issue'] as Json), self } })?.url;
    expect(url('https://jira.acme.example/jira/rest/api/2/issue/1')).toBe(
      'https://jira.acme.example/jira/browse/SHOP-12',
    );
    for (const self of ['javascript:alert(1)//rest/api/2', 'https:///rest/api/', null])
      expect(url(self)).toBeNull();
  });
});

test('an issue that moves leaves its old key behind', () => {
  const items = [
    { field: 'project', from: '10009', fromString: 'Web', to: '10000', toString: 'Shop' },
    { field: 'Key', from: null, fromString: 'WEB-3', to: null, toString: 'SHOP-12' },
  ];
  expect(map('updated', {}, { changelog: { id: '1', items } })).toMatchObject([
    { services: ['WEB', 'Web', '10009'], deletedIssues: ['WEB-3'] },
    { services: ['SHOP', 'Shop', '10000'], issues: [{ externalId: 'SHOP-12' }] },
  ]);
  const same = [
    { field: 'Key', fromString: 'SHOP-12' },
    { field: 'status', fromString: 'x' },
  ];
  expect(map('updated', {}, { changelog: { items: same } })).toHaveLength(1);
});

test('a deleted issue needs no more than its key', () => {
  expect(map('deleted')).toEqual([{ services: ['SHOP', 'Shop', '10000'], deletedIssues: ['SHOP-12'] }]);
  expect(map('deleted', {}, { issue: { key: 'MY-SHOP-7' } })).toEqual([
    { services: ['MY-SHOP'], deletedIssues: ['MY-SHOP-7'] },
  ]);
});

test('a payload that is none names its field; other events carry nothing', () => {
  const refused = (fields: Json, whole: Json = {}) =>
    refusalOf(jiraSource, 'jira:issue_created', issueEvent('created', fields, whole));
  expect(refused({ created: 'soon' })).toBe('malformed-body: issue.fields.created: must be a time');
  expect(refused({}, { issue: { key: 'no key', fields: {} } })).toMatch(/^malformed-body: issue\.key: /);
  expect(jiraSource.map('comment_created', null, {})).toEqual([]);
});
