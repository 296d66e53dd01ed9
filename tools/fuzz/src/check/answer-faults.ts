import type { Found } from '../document/find-operation.ts';
import { findOperation } from '../document/find-operation.ts';
import type { Operation } from '../document/operation.ts';
import type { Call } from '../generate/call.ts';
import type { Answer } from '../run/send-call.ts';
import type { Fault } from './fault.ts';
import { fault } from './fault.ts';
import { problemFaults } from './problem-faults.ts';
import type { SchemaValidator } from './schema-validator.ts';
import { transportAnswer } from './transport-answers.ts';

const mediaTypeOf = (answer: Answer): string | undefined =>
  answer.headers['content-type']?.split(';', 1)[0]!.trim().toLowerCase();

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** A router gives up on a path segment of more characters. */
const MOST_SEGMENT_CHARACTERS = 500;

/** An address of an overlong or an empty segment may mean nothing, though it has the form of one that does. */
const isNoAddress = (target: string): boolean =>
  target
    .split(/[?#]/, 1)[0]!
    .split('/')
    .slice(1)
    .some((part) => part === '' || part.length > MOST_SEGMENT_CHARACTERS);

/** A letter written as an escape: the same address, but not to everyone, for methods that no route knows. */
const isSpeltOddly = (target: string): boolean => /%[2-7][0-9a-f]/i.test(target.split('?', 1)[0]!);

/** What an address that means nothing answers, or one that takes other methods. */
const otherStatus = ({ methods }: Found, call: Call): readonly number[] => {
  if (methods.length === 0) return [404];
  const known = call.method === 'OPTIONS' ? 204 : 405;
  return isNoAddress(call.target) || isSpeltOddly(call.target) ? [404, known] : [known];
};

const isElsewhere = (operations: readonly Operation[], target: string): boolean => {
  const root = `/${operations[0]?.path.split('/')[1] ?? ''}/`;
  return !target.startsWith(root);
};

const codesOf = (operation: Operation, status: number): ReadonlySet<string> =>
  operation.answers.get(status)?.codes ?? new Set();

const documentedFaults = (
  operation: Operation,
  call: Call,
  answer: Answer,
  validate: SchemaValidator,
): Fault[] => {
  const described = operation.answers.get(answer.status);
  if (!described) return [fault(`undocumented status ${answer.status}`, answer.text.slice(0, 300))];
  if (call.method === 'HEAD') return [];
  const type = mediaTypeOf(answer);
  if (described.schemas.size === 0)
    return answer.text === '' ? [] : [fault(`a body with ${answer.status}`, answer.text.slice(0, 300))];
  const schema = described.schemas.get(type ?? '');
  if (!schema)
    return [
      fault(`undocumented content type ${type ?? 'none'} with ${answer.status}`, answer.text.slice(0, 300)),
    ];
  if (type === undefined || !/[/+]json$/.test(type)) return [];
  const body = parsed(answer.text);
  if (body === undefined) return [fault('a body that is no JSON', answer.text.slice(0, 300))];
  const wrong = validate(schema, body);
  return [
    ...(wrong === undefined
      ? []
      : [fault(`${answer.status} does not fit its schema`, `${wrong}: ${answer.text.slice(0, 300)}`)]),
    ...(type === 'application/problem+json'
      ? problemFaults(answer, body, codesOf(operation, answer.status))
      : []),
  ];
};

/** What is wrong with an answer, by the document alone. */
export const answerFaults = (
  operations: readonly Operation[],
  validate: SchemaValidator,
  call: Call,
  answer: Answer,
): readonly Fault[] => {
  if (answer.status >= 500) return [fault(`status ${answer.status}`, answer.text.slice(0, 300))];
  const transport = transportAnswer(call, answer.status);
  if (transport)
    return transport.code === undefined || call.method === 'HEAD'
      ? []
      : problemFaults(answer, parsed(answer.text), new Set([transport.code]));
  if (typeof answer.headers['x-request-id'] !== 'string')
    return [fault('no X-Request-Id', `status ${answer.status}`)];
  // Beside the API stand the web app and its documents, of which the document says nothing.
  if (isElsewhere(operations, call.target)) return [];
  const found = findOperation(operations, call.method, call.target);
  if (found.operation && !(answer.status === 404 && isNoAddress(call.target)))
    return documentedFaults(found.operation, call, answer, validate);
  const expected = found.operation ? [404] : otherStatus(found, call);
  if (!expected.includes(answer.status))
    return [fault(`status ${answer.status} where there is no such operation`, answer.text.slice(0, 300))];
  if (answer.status === 405 && answer.headers.allow === undefined)
    return [fault('405 without Allow', call.method)];
  if (answer.status === 204 || call.method === 'HEAD') return [];
  const code = answer.status === 404 ? 'not-found' : 'method-not-allowed';
  return problemFaults(answer, parsed(answer.text), new Set([code]));
};
