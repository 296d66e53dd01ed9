import { fit } from '../fit-text.ts';
import { detached } from '../report/detached.ts';
import type { ReadResult } from './read-result.ts';
import type { SarifRule } from './sarif-schema.ts';

/** A run of a tool as far as it is read. */
export class OpenRun {
  /** Whether the log describes the tool at all; null and empty names occur. */
  hasDriver = false;
  tool: string | null = null;
  readonly results: ReadResult[] = [];
  /** Paths by the places of the artifacts, for results that name no more than the place. */
  readonly artifacts: (string | null)[] = [];
  /** By the place of the extension; -1 is the driver. */
  readonly rules = new Map<number, SarifRule[]>();

  addRule(extension: number, rule: SarifRule): void {
    const rules = this.rules.get(extension);
    if (rules) rules.push(rule);
    else this.rules.set(extension, [rule]);
  }

  addArtifact(uri: unknown): void {
    const path = typeof uri === 'string' ? fit(uri, 4096) : null;
    this.artifacts.push(path === null ? null : detached(path));
  }
}
