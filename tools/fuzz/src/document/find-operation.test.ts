import { expect, test } from 'vitest';
import { findOperation } from './find-operation.ts';
import { operationsOf } from './operation.ts';
import { SMALL_DOCUMENT } from './small-document.ts';

const operations = operationsOf(SMALL_DOCUMENT);

test.each([
  ['GET', '/api/things/a', 'getThing'],
  ['HEAD', '/api/things/a', 'getThing'],
  ['GET', '/api/things/a?limit=1#x', 'getThing'],
  ['GET', '/api/%74hings/%00', 'getThing'],
  ['DELETE', '/api/things/a', 'deleteThing'],
  ['POST', '/api/things/all', 'sendThings'],
  // The literal path stands before the parameter, whatever its methods.
  ['GET', '/api/things/all', undefined],
  ['POST', '/api/things/a', undefined],
  ['get', '/api/things/a', undefined],
  ['GET', '/api/things', undefined],
  ['GET', '/api/things/a/', undefined],
  ['GET', '/api/Things/a', undefined],
  ['GET', '/api/things/%zz', undefined],
])('%s %s is %s', (method, target, id) => {
  expect(findOperation(operations, method, target).operation?.id).toBe(id);
});

test('a path tells the methods that it takes', () => {
  expect(findOperation(operations, 'PUT', '/api/things/a').methods).toEqual(['GET', 'DELETE']);
  expect(findOperation(operations, 'PUT', '/api/nothing').methods).toEqual([]);
});

test('answers are read with their codes and content types', () => {
  const [get] = operations;
  expect([...get!.answers.get(404)!.codes]).toEqual(['not-found', 'thing-gone']);
  expect([...get!.answers.get(200)!.schemas.keys()]).toEqual(['application/json']);
  expect(operations.find(({ id }) => id === 'deleteThing')!.answers.get(204)!.schemas.size).toBe(0);
});
