import { z } from 'zod';
import { readPayload } from '../read-payload.ts';
import type { Envelope } from './schema.ts';

/** The object that an event is about. Throws `malformed-body` with the path of what doesn’t fit. */
export const resourceOf = <Output>(schema: z.ZodType<Output>, { resource }: Envelope): Output =>
  readPayload(z.object({ resource: schema }), { resource }).resource;
