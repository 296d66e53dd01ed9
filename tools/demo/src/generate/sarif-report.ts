/** What a scanner looks for. */
export interface Rule {
  readonly id: string;
  readonly text: string;
  readonly severity: string;
}

/** Something that it found. */
export interface Finding {
  readonly rule: Rule;
  readonly path: string;
  readonly line: number;
  readonly fingerprint: string;
}

/** A SARIF document of one run of a scanner. */
export const sarifReport = (tool: string, rules: readonly Rule[], findings: readonly Finding[]): string =>
  JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool,
            rules: rules.map(({ id, text, severity }) => ({
              id,
              shortDescription: { text },
              properties: { 'security-severity': severity },
            })),
          },
        },
        results: findings.map(({ rule, path, line, fingerprint }) => ({
          ruleId: rule.id,
          message: { text: rule.text },
          locations: [{ physicalLocation: { artifactLocation: { uri: path }, region: { startLine: line } } }],
          partialFingerprints: { 'primaryLocationLineHash/v1': fingerprint },
        })),
      },
    ],
  });
