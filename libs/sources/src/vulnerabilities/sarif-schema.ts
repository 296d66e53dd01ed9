import { z } from 'zod';

const Index = z.int().min(-1).optional();
const Message = z.object({ text: z.string().optional(), markdown: z.string().optional() });
const Level = z.enum(['error', 'warning', 'note', 'none']);
const Fingerprints = z.record(z.string(), z.unknown());
const Properties = z.record(z.string(), z.unknown());

/** Of each object only what is read; SARIF allows anything beside it. */
export const SarifRule = z.object({
  id: z.string().optional(),
  defaultConfiguration: z.object({ level: Level.optional() }).optional(),
  properties: Properties.optional(),
});
export type SarifRule = z.output<typeof SarifRule>;

const Component = z.object({
  name: z.string().nullish(),
  rules: z.array(SarifRule).optional(),
});

export const SarifTool = z.object({
  driver: Component,
  extensions: z.array(Component).optional(),
});
export type SarifTool = z.output<typeof SarifTool>;

export const SarifResult = z.object({
  ruleId: z.string().optional(),
  ruleIndex: Index,
  rule: z
    .object({
      id: z.string().optional(),
      index: Index,
      toolComponent: z.object({ index: Index }).optional(),
    })
    .optional(),
  kind: z.string().optional(),
  level: Level.optional(),
  message: Message.optional(),
  locations: z
    .array(
      z.object({
        physicalLocation: z
          .object({
            artifactLocation: z.object({ uri: z.string().optional(), index: Index }).optional(),
            region: z.object({ startLine: z.int().min(1).optional() }).optional(),
          })
          .optional(),
      }),
    )
    .optional(),
  fingerprints: Fingerprints.optional(),
  partialFingerprints: Fingerprints.optional(),
  suppressions: z.array(z.object({ status: z.string().optional() })).nullish(),
  baselineState: z.string().optional(),
  properties: Properties.optional(),
});
export type SarifResult = z.output<typeof SarifResult>;
