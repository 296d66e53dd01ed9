import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

/** One vocabulary for the types of issues, the labels of pull requests and the prefixes of commits. */
export const CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  bug: ['bug', 'defect', 'fix', 'bugfix', 'hotfix', 'regression', 'incident'],
  feature: ['feature', 'feat', 'enhancement', 'story', 'user story', 'new feature', 'improvement', 'epic'],
  performance: ['performance', 'perf'],
  refactor: ['refactor', 'refactoring', 'tech debt', 'technical debt', 'tech-debt'],
  docs: ['docs', 'doc', 'documentation'],
  test: ['test', 'tests', 'testing'],
  dependencies: ['dependencies', 'dependency', 'deps'],
  build: ['build'],
  ci: ['ci'],
  style: ['style'],
  revert: ['revert'],
  security: ['security', 'vulnerability'],
  chore: ['chore', 'task', 'sub-task', 'maintenance'],
};

const WORDS = Object.entries(CATEGORIES).flatMap(([category, words]) =>
  words.map((word) => ({ word, category })),
);

/** The category that a text names; null where it names none. */
export const categoryOf = (text: RawBuilder<unknown>): RawBuilder<string | null> =>
  sql`(select w.category from unnest(${WORDS.map((one) => one.word)}::text[], ${WORDS.map((one) => one.category)}::text[])
    as w(word, category) where w.word = lower(trim(${text})))`;

/** `type` of `type(scope)!: subject`, as Conventional Commits write it; git's own "Revert …" is a revert. */
export const COMMIT_PREFIX = sql`case when c.message ~ '^Revert "' then 'revert'
  else substring(c.message from '^([A-Za-z][A-Za-z-]*)(?:\\([^)\n]*\\))?!?:') end`;
