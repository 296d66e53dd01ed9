import type { z } from 'zod';
import { fit } from '../../fit-text.ts';
import type { Project } from './schema.ts';

/** Whose rows an event’s are. */
export const projectOf = (project: z.output<typeof Project>) => {
  const defaultBranch = fit(project.default_branch, 255);
  return { repository: project.path_with_namespace, ...(defaultBranch ? { defaultBranch } : {}) };
};
