import { z } from 'zod';

const Text = z.string().nullish();
const Index = z.int().nullish();
const Level = z.enum(['error', 'warning', 'note', 'none']).nullish();
const Fingerprints = z.record(z.string(), z.unknown()).nullish();
const Message = z.object({ text: Text, markdown: Text, id: Text, arguments: z.array(z.unknown()).nullish() });

/** Of a rule only what is read, and by the names that `sarif-paths.ts` gives it. */
export const SarifRule = z.object({
  id: Text,
  defaultConfiguration: z.object({ level: Level }).nullish(),
  messageStrings: z.record(z.string(), z.object({ text: Text })).nullish(),
  score: z.unknown().optional(),
});
export type SarifRule = z.output<typeof SarifRule>;

/** Of a result only what is read, and by the names that `sarif-paths.ts` gives it. */
export const SarifResult = z.object({
  ruleId: Text,
  ruleIndex: Index,
  rule: z.object({ id: Text, index: Index, toolComponent: z.object({ index: Index }).nullish() }).nullish(),
  kind: Text,
  level: Level,
  message: Message.nullish(),
  fingerprints: Fingerprints,
  partialFingerprints: Fingerprints,
  suppressions: z.array(z.object({ status: Text })).nullish(),
  baselineState: Text,
  uri: Text,
  artifact: Index,
  // Some write 0 for "no line"; that is no reason to refuse all the rest.
  line: z.unknown().optional(),
  score: z.unknown().optional(),
});
export type SarifResult = z.output<typeof SarifResult>;
