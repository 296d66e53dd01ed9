/** The API test that shows a guard. */
export const api = (test: string) => ({ project: 'api', test: `apps/server/test/${test}.test.ts` }) as const;

/** The unit test that shows a guard, by its path without `.test.ts`. */
export const unit = (test: string) => ({ project: 'unit', test: `${test}.test.ts` }) as const;

/** The one change that takes a guard away. */
export const edit = (file: string, find: string, replace: string) => ({ edits: [{ file, find, replace }] });
