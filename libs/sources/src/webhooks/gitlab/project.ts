import type { z } from 'zod';
import { fit } from '../../fit-text.ts';
import type { Project } from './schema.ts';

type GitlabProject = z.output<typeof Project>;

/** Whose rows an event’s are. */
export const projectOf = (project: GitlabProject) => {
  const defaultBranch = fit(project.default_branch, 255);
  return { repository: project.path_with_namespace, ...(defaultBranch ? { defaultBranch } : {}) };
};

/** The address of a page of the project, such as `jobs/7`, where the event gives none. */
export const pageOf = (project: GitlabProject, page: string): string | null =>
  project.web_url ? `${project.web_url}/-/${page}` : null;

/** The titles of labels, each once. */
export const labelsOf = (
  labels: readonly { readonly title?: string | null | undefined }[] | null | undefined,
): string[] => [
  ...new Set((labels ?? []).map(({ title }) => fit(title, 200)).filter((title) => title !== null)),
];
