import { expect } from 'vitest';
import { Problem } from '@codemetrics/contracts';
import type { Answer } from './harness.ts';

/** Expects a problem document with this status and code, and nothing of the inside in it. */
export const expectProblem = (answer: Answer, status: number, code: Problem['code']): Problem => {
  expect.soft(answer.status, answer.text).toBe(status);
  expect.soft(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const problem = Problem.strict().parse(answer.body);
  expect.soft(problem.status).toBe(status);
  expect.soft(problem.code).toBe(code);
  expect.soft(problem.instance).toBe(answer.headers.get('x-request-id'));
  expect.soft(answer.text).not.toMatch(/\bat .*\.(ts|js):\d+|select .* from|node_modules/i);
  return problem;
};
