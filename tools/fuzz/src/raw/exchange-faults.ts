import type { Fault } from '../check/fault.ts';
import { fault } from '../check/fault.ts';
import type { Exchange } from './exchange.ts';
import type { RawShape } from './raw-shape.ts';

/** What is wrong with what came back for raw bytes. */
export const exchangeFaults = (
  shape: RawShape,
  { statuses, text, isHanging }: Exchange,
): readonly Fault[] => {
  const shown = text.slice(0, 300);
  const [status] = statuses;
  const faults: Fault[] = [];
  if (isHanging) faults.push(fault('neither an answer nor a close', shown));
  if (statuses.length > 1 && shape.expects !== 'anything')
    faults.push(fault('more than one answer', `${statuses.join(', ')}: ${shown}`));
  if (statuses.some((one) => one >= 500)) faults.push(fault(`status ${status} for raw bytes`, shown));
  if (shape.expects === 'refusal' && status !== undefined && status < 400)
    faults.push(fault('accepted what has no one meaning', shown));
  return faults;
};
