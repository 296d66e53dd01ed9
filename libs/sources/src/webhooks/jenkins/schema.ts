import { z } from 'zod';
import { Text } from '../fields.ts';

/** Jenkins counts in milliseconds since 1970; 0 stands for a time that it doesn’t know. */
const Millis = z
  .int()
  .min(0)
  .max(Date.UTC(2200, 0, 1) - 1);

/** What the Notification plugin sends; of its fields only those that are read. */
export const BuildNotification = z.object({
  name: Text,
  url: Text,
  build: z.object({
    full_url: Text,
    url: Text,
    number: z.int().min(0).max(2_000_000_000),
    timestamp: Millis,
    duration: Millis.nullish(),
    phase: Text,
    status: Text,
    scm: z.object({ url: Text, branch: Text, commit: Text }).nullish(),
  }),
});
export type BuildNotification = z.output<typeof BuildNotification>;
