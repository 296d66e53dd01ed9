import { z } from 'zod';
import { Role } from '../common/permissions.ts';
import { line, WorkloadId } from '../common/text.ts';
import { TimestampOut } from '../common/time.ts';

/** The name that a person signs in with; compared without regard to case. */
export const Username = line(100).regex(/^[A-Za-z0-9][A-Za-z0-9._@+-]*$/, {
  error: 'must be letters, digits or . _ @ + -, beginning with a letter or digit',
});

/** The user as shown beside a session. */
export const UserSummary = z.object({
  userId: z.string(),
  username: z.string(),
  displayName: z.string(),
  role: Role,
});
export type UserSummary = z.output<typeof UserSummary>;

/** A user as administrators see one; never with a password or its hash. */
export const User = UserSummary.extend({
  workloads: z.array(z.string()).nullable().describe('null: all workloads.'),
  disabled: z.boolean(),
  created: TimestampOut,
  lastSignIn: TimestampOut.nullable(),
  providers: z.array(z.string()).describe('The providers that they sign in through, by id.'),
}).meta({ id: 'User' });
export type User = z.output<typeof User>;

/** The workloads that a user or token is limited to; null means all. */
export const WorkloadLimit = z.array(WorkloadId).max(1000).nullable().describe('Workload ids; null: all.');
