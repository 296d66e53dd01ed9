import type { Operation } from './operation.ts';

/** What an address means: an operation, or a path that knows other methods, or nothing. */
export interface Found {
  readonly operation: Operation | undefined;
  /** The methods that the path takes; empty where there is no such path. */
  readonly methods: readonly string[];
}

const decoded = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
};

const isParameter = (segment: string): boolean => /^\{\w+\}$/.test(segment);

/** How many segments are told literally; undefined where the path does not fit. */
const fit = (pattern: readonly string[], segments: readonly string[]): number | undefined => {
  if (pattern.length !== segments.length) return undefined;
  let literal = 0;
  for (const [index, expected] of pattern.entries()) {
    const value = decoded(segments[index]!);
    if (value === undefined) return undefined;
    if (isParameter(expected)) continue;
    if (value !== expected) return undefined;
    literal++;
  }
  return literal;
};

/** Finds what a request's method and target mean, the way OpenAPI has it: a literal segment before a parameter. */
export const findOperation = (operations: readonly Operation[], method: string, target: string): Found => {
  const segments = target.split(/[?#]/, 1)[0]!.split('/');
  const fitting = operations
    .map((operation) => ({ operation, literal: fit(operation.path.split('/'), segments) }))
    .filter((one) => one.literal !== undefined);
  const most = Math.max(...fitting.map((one) => one.literal!));
  const best = fitting.filter((one) => one.literal === most).map((one) => one.operation);
  const asked = method === 'HEAD' ? 'GET' : method;
  return { operation: best.find((one) => one.method === asked), methods: best.map((one) => one.method) };
};
