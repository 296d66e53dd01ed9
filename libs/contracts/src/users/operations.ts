import { z } from 'zod';
import { defineOperation } from '../common/operation.ts';
import { nextCursor, pageInput } from '../common/pagination.ts';
import { Role } from '../common/permissions.ts';
import { line } from '../common/text.ts';
import { User, Username, WorkloadLimit } from './user.ts';

const tag = 'Users';
const byId = { userId: z.uuid() };
const Password = z
  .string()
  .min(1)
  .max(256)
  .refine((value) => value.isWellFormed(), { error: 'must be well-formed Unicode' });

export const listUsers = defineOperation({
  id: 'listUsers',
  kind: 'query',
  method: 'GET',
  path: '/users',
  tag,
  summary: 'List the users by name',
  access: 'users:manage',
  input: z.strictObject({ ...pageInput }),
  output: z.object({ users: z.array(User), nextCursor }),
  status: 200,
  problems: ['invalid-cursor'],
});

export const createUser = defineOperation({
  id: 'createUser',
  kind: 'mutation',
  method: 'POST',
  path: '/users',
  tag,
  summary: 'Create a user',
  access: 'users:manage',
  input: z.strictObject({
    username: Username,
    password: Password,
    displayName: line(200).optional(),
    role: Role.default('viewer'),
    workloads: WorkloadLimit.default(null),
  }),
  output: User,
  status: 201,
  problems: ['conflict', 'grant-exceeds-maker', 'local-passwords-off'],
  example: { input: { username: 'jo', password: 'a long enough sentence', role: 'editor' } },
});

export const getUser = defineOperation({
  id: 'getUser',
  kind: 'query',
  method: 'GET',
  path: '/users/{userId}',
  tag,
  summary: 'Read one user',
  access: 'users:manage',
  input: z.strictObject(byId),
  output: User,
  status: 200,
  problems: ['not-found'],
});

export const updateUser = defineOperation({
  id: 'updateUser',
  kind: 'mutation',
  method: 'PATCH',
  path: '/users/{userId}',
  tag,
  summary: 'Change a user; what is left out stays',
  description:
    'Disabling a user or setting a password ends every session of theirs at once. Disabling revokes their service tokens too, for good: enabling the user again revives nothing.',
  access: 'users:manage',
  input: z.strictObject({
    ...byId,
    displayName: line(200).optional(),
    password: Password.optional(),
    role: Role.optional(),
    workloads: WorkloadLimit.optional(),
    disabled: z.boolean().optional(),
  }),
  output: User,
  status: 200,
  problems: ['not-found', 'last-administrator', 'grant-exceeds-maker', 'local-passwords-off'],
  example: { input: { role: 'viewer' } },
});

export const deleteUser = defineOperation({
  id: 'deleteUser',
  kind: 'mutation',
  method: 'DELETE',
  path: '/users/{userId}',
  tag,
  summary: 'Delete a user, with all their sessions and service tokens',
  access: 'users:manage',
  input: z.strictObject(byId),
  output: z.null(),
  status: 204,
  problems: ['not-found', 'last-administrator', 'grant-exceeds-maker'],
});
