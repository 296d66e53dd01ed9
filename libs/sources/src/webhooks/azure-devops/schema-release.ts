import { z } from 'zod';
import { Id, Text } from '../fields.ts';
import { Link, Time } from './schema.ts';

const Named = z.object({ id: z.union([z.string(), z.number()]).nullish(), name: Text }).nullish();

/** What a release is made of: a repository, or a build of one. */
export const Artifact = z.object({
  type: Text,
  definitionReference: z.record(z.string(), Named).nullish().catch(null),
});
export type Artifact = z.output<typeof Artifact>;

const Release = z
  .object({ id: Id.nullish(), name: Text, artifacts: z.array(Artifact).nullish(), _links: Link.nullish() })
  .nullish();

/** The start or the end of a deployment of a release to one of its stages. */
export const StageDeployment = z.object({
  environment: z.object({
    id: Id,
    releaseId: Id.nullish(),
    name: Text,
    status: Text,
    modifiedOn: Time,
    release: Release,
    releaseDefinition: Named,
    deploySteps: z.array(z.object({ attempt: z.int().min(1).max(100_000).nullish() })).nullish(),
  }),
  deployment: z
    .object({
      deploymentStatus: Text,
      attempt: z.int().min(1).max(100_000).nullish(),
      startedOn: Time,
      completedOn: Time,
      release: Release,
    })
    .nullish(),
  release: Release,
  project: Named,
});
export type StageDeployment = z.output<typeof StageDeployment>;
