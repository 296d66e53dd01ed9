import { DomainError } from '@codemetrics/contracts';
import type { z } from 'zod';
import { excerpt } from '../report/invalid-report.ts';
import type { JsonObject, JsonPath, JsonValue } from '../report/json-reader.ts';
import { JsonReader } from '../report/json-reader.ts';
import type { ReportParser } from '../report/report-parser.ts';
import { OpenRun } from './open-run.ts';
import { readResult } from './read-result.ts';
import type { SarifLimits } from './sarif-limits.ts';
import { entryDepth, partAt } from './sarif-paths.ts';
import type { SarifReport, SarifRun } from './sarif-report.ts';
import { SarifResult, SarifRule } from './sarif-schema.ts';
import { workOut } from './work-out-run.ts';

const emptyEntry = (): JsonObject => Object.create(null) as JsonObject;

const notSarif = (missing: string): DomainError =>
  new DomainError('unknown-report-format', { detail: `the report is not SARIF: it has no ${missing}` });

/**
 * Reads SARIF 2.1.0, and of each entry only the parts that a finding is made from: the rest, such as the flow that
 * leads to it, may be far larger. Results may stand before the rules that they name, so a run is worked out at its end.
 */
export class SarifParser implements ReportParser {
  readonly #json: JsonReader;
  readonly #limits: SarifLimits;
  readonly #runs: OpenRun[] = [];
  readonly #counts = { results: 0, rules: 0, artifacts: 0 };
  #run = new OpenRun();
  #entry = emptyEntry();
  #version: JsonValue = null;
  #hasRuns = false;

  constructor(limits: SarifLimits, firstLine: number) {
    this.#limits = limits;
    const wants = (path: JsonPath): boolean => partAt(path) !== undefined;
    const value = (path: JsonPath, part: JsonValue): void => this.#part(path, part);
    this.#json = new JsonReader({ wants, value, end: (path) => this.#end(path) }, limits, firstLine);
  }

  write(text: string): void {
    this.#json.write(text);
  }

  end(): void {
    this.#json.end();
    if (typeof this.#version !== 'string') throw notSarif('version');
    this.#checkVersion();
    if (!this.#hasRuns) throw notSarif('runs');
  }

  /** Works the findings out, giving the event loop its turns. */
  async report(): Promise<SarifReport> {
    const runs: SarifRun[] = [];
    for (const run of this.#runs) runs.push(await workOut(run));
    return { runs };
  }

  #part(path: JsonPath, value: JsonValue): void {
    const part = partAt(path);
    if (part?.of === 'log') this.#version = value;
    else if (part?.of === 'tool') this.#run.tool = typeof value === 'string' ? value : null;
    else if (part) this.#entry[part.name] = value;
  }

  #end(path: JsonPath): void {
    if (path.length > 0 && path.length === entryDepth(path)) this.#endEntry(path);
    else if (path[0] !== 'runs') return;
    else if (path.length === 1) this.#hasRuns = true;
    else if (path.length === 2) this.#endRun();
    else if (path.length === 4 && path[3] === 'driver') this.#run.hasDriver = true;
  }

  #endEntry(path: JsonPath): void {
    const entry = this.#entry;
    this.#entry = emptyEntry();
    if (path[2] === 'results') {
      this.#count('results');
      this.#run.results.push(readResult(this.#read(SarifResult, entry, path)));
    } else if (path[2] === 'artifacts') {
      this.#count('artifacts');
      this.#run.addArtifact(entry['uri']);
    } else {
      this.#count('rules');
      const extension = path[3] === 'extensions' ? Number(path[4]) : -1;
      this.#run.addRule(extension, this.#read(SarifRule, entry, path));
    }
  }

  #count(what: 'results' | 'rules' | 'artifacts'): void {
    if (++this.#counts[what] > this.#limits[what])
      throw this.#json.fail(`the report has more than ${this.#limits[what]} ${what}`);
  }

  #read<Schema extends z.ZodType>(schema: Schema, entry: JsonObject, path: JsonPath): z.output<Schema> {
    const read = schema.safeParse(entry);
    if (read.success) return read.data;
    const issue = read.error.issues[0]!;
    throw this.#json.fail(
      `${[...path, ...issue.path].map(String).join('.').slice(0, 200)}: ${issue.message}`,
    );
  }

  #endRun(): void {
    const run = this.#run;
    this.#run = new OpenRun();
    if (typeof this.#version === 'string') this.#checkVersion();
    if (!run.hasDriver) throw this.#json.fail('a run names no tool (tool.driver.name)');
    if (this.#runs.length >= this.#limits.runs)
      throw this.#json.fail(`the report has more than ${this.#limits.runs} runs`);
    this.#runs.push(run);
  }

  #checkVersion(): void {
    const version = String(this.#version);
    if (!version.startsWith('2.')) throw this.#json.fail(`SARIF ${excerpt(version)} is not read; 2.1.0 is`);
  }
}
