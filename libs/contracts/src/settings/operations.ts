import { z } from 'zod';
import { defineOperation } from '../common/operation.ts';

/** A setting of the server as it is in force. A secret's value is never told. */
export const Setting = z
  .object({
    name: z.string(),
    description: z.string(),
    value: z.string().nullable().describe('`set` or `not set` for a secret; null: none.'),
    default: z.string().nullable().describe('What holds where it is not set; null: none.'),
    origin: z.enum(['default', 'environment', 'file']).describe('Where the value comes from.'),
    secret: z.boolean(),
  })
  .meta({ id: 'Setting' });
export type Setting = z.output<typeof Setting>;

export const listSettings = defineOperation({
  id: 'listSettings',
  kind: 'query',
  method: 'GET',
  path: '/system/settings',
  tag: 'System',
  summary: 'List the settings in force on the server that answers',
  description:
    'Each is read from the environment once, at start. Of a secret, and of an address with a password in it, only what is no secret is told.',
  access: 'users:manage',
  input: z.strictObject({}),
  output: z.object({ settings: z.array(Setting) }),
  status: 200,
  problems: [],
});
