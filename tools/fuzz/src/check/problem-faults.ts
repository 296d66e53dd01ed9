import { isObject } from '../generate/places.ts';
import type { Answer } from '../run/send-call.ts';
import type { Fault } from './fault.ts';
import { fault } from './fault.ts';

/** What is wrong with a problem document (RFC 9457), its schema aside. */
export const problemFaults = (
  answer: Answer,
  body: unknown,
  codes: ReadonlySet<string>,
): readonly Fault[] => {
  if (!isObject(body)) return [fault('no problem document', answer.text.slice(0, 300))];
  const { status, code, instance } = body;
  const faults: Fault[] = [];
  if (status !== answer.status) faults.push(fault('a problem of another status', answer.text.slice(0, 300)));
  if (typeof code !== 'string' || !codes.has(code))
    faults.push(fault(`undocumented code ${String(code)} with ${answer.status}`, answer.text.slice(0, 300)));
  if (instance !== answer.headers['x-request-id'])
    faults.push(fault('an instance that is not the request id', String(instance).slice(0, 300)));
  if (answer.status === 401 && answer.headers['www-authenticate'] === undefined)
    faults.push(fault('401 without WWW-Authenticate', answer.text.slice(0, 300)));
  if (answer.status === 429 && answer.headers['retry-after'] === undefined)
    faults.push(fault('429 without Retry-After', answer.text.slice(0, 300)));
  return faults;
};
