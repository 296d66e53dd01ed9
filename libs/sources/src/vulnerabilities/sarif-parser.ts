import { DomainError } from '@codemetrics/contracts';
import type { z } from 'zod';
import { excerpt } from '../report/invalid-report.ts';
import type { JsonPath, JsonValue } from '../report/json-reader.ts';
import { JsonReader } from '../report/json-reader.ts';
import type { ReportLimits } from '../report/report-limits.ts';
import type { ReportParser } from '../report/report-parser.ts';
import type { SarifReport, SarifRun } from './sarif-report.ts';
import { SarifResult, SarifTool } from './sarif-schema.ts';
import type { ReadRun } from './work-out-run.ts';
import { workOut } from './work-out-run.ts';

/** What a SARIF log may ask of the server. */
export interface SarifLimits extends ReportLimits {
  readonly results: number;
  readonly runs: number;
}

interface OpenRun {
  tool: SarifTool | null;
  readonly results: SarifResult[];
}

const isRun = (path: JsonPath, length: number): boolean => path.length === length && path[0] === 'runs';

/** Reads SARIF 2.1.0. Results may stand before the rules that they name, so a run is worked out at its end. */
export class SarifParser implements ReportParser {
  readonly #json: JsonReader;
  readonly #limits: SarifLimits;
  readonly #runs: ReadRun[] = [];
  #run: OpenRun = { tool: null, results: [] };
  #results = 0;
  #version: JsonValue = null;

  constructor(limits: SarifLimits, firstLine: number) {
    this.#limits = limits;
    this.#json = new JsonReader(
      {
        wants: (path) =>
          (path.length === 1 && path[0] === 'version') ||
          (isRun(path, 3) && path[2] === 'tool') ||
          (isRun(path, 4) && path[2] === 'results'),
        value: (path, value) => this.#value(path, value),
        end: (path) => {
          if (isRun(path, 2)) this.#endRun();
        },
      },
      limits,
      firstLine,
    );
  }

  write(text: string): void {
    this.#json.write(text);
  }

  end(): void {
    this.#json.end();
    if (typeof this.#version !== 'string')
      throw new DomainError('unknown-report-format', {
        detail: 'the report is not SARIF: it has no version',
      });
    if (!/^2\./.test(this.#version))
      throw this.#json.fail(`SARIF ${excerpt(this.#version)} is not read; 2.1.0 is`);
  }

  /** Works the findings out, giving the event loop its turns. */
  async report(): Promise<SarifReport> {
    const runs: SarifRun[] = [];
    for (const run of this.#runs) runs.push(await workOut(run));
    return { runs };
  }

  #value(path: JsonPath, value: JsonValue): void {
    if (path.length === 1) this.#version = value;
    else if (path.length === 3) this.#run.tool = this.#read(SarifTool, value, path);
    else {
      if (++this.#results > this.#limits.results)
        throw this.#json.fail(`the report has more than ${this.#limits.results} results`);
      this.#run.results.push(this.#read(SarifResult, value, path));
    }
  }

  #read<Schema extends z.ZodType>(schema: Schema, value: JsonValue, path: JsonPath): z.output<Schema> {
    const read = schema.safeParse(value);
    if (read.success) return read.data;
    const issue = read.error.issues[0]!;
    throw this.#json.fail(
      `${[...path, ...issue.path].map(String).join('.').slice(0, 200)}: ${issue.message}`,
    );
  }

  #endRun(): void {
    const { tool, results } = this.#run;
    this.#run = { tool: null, results: [] };
    if (!tool) throw this.#json.fail('a run names no tool (tool.driver.name)');
    if (this.#runs.length >= this.#limits.runs)
      throw this.#json.fail(`the report has more than ${this.#limits.runs} runs`);
    this.#runs.push({ tool, results });
  }
}
