import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { IssuedToken, PipelineRun, Problem } from '@codemetrics/contracts';
import type { CallTable, CodeMetricsClient, InputOf, OutputOf, Procedures } from './calls.ts';
import { CALLS } from './calls.ts';
import { isProblem } from './code-metrics-error.ts';
import { createClient } from './create-client.ts';
import type { RowOf } from './pagination.ts';
import { pages, paginate } from './pagination.ts';

const here = import.meta.dirname;

/** What the compiler says of each snippet, compiled as a file of this library that exists only in memory. */
const compile = (snippets: Readonly<Record<string, string>>): Record<string, string[]> => {
  const base = resolve(here, '../../../tsconfig.base.json');
  const config = ts.readConfigFile(base, (path) => ts.sys.readFile(path)).config as {
    compilerOptions: object;
  };
  const { options } = ts.convertCompilerOptionsFromJson(
    {
      ...config.compilerOptions,
      types: ['node'],
      typeRoots: [resolve(here, '../../../node_modules/@types')],
    },
    here,
  );
  const head = `import { createClient, isProblem, paginate } from './index.ts';\nconst client = createClient({ url: '' });\n`;
  const files = new Map(
    Object.entries(snippets).map(([name, text]) => [
      resolve(here, `${name}.snippet.ts`),
      `${head}${text}\nexport {};\n`,
    ]),
  );
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  host.getSourceFile = (path, ...rest) => {
    const text = files.get(path);
    return text === undefined ? getSourceFile(path, ...rest) : ts.createSourceFile(path, text, rest[0]);
  };
  const program = ts.createProgram({ rootNames: [...files.keys()], options, host });
  return Object.fromEntries(
    Object.keys(snippets).map((name) => {
      const file = program.getSourceFile(resolve(here, `${name}.snippet.ts`));
      const unused = new Set([6133, 6192, 6196]);
      const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
      return [
        name,
        found
          .filter(({ code }) => !unused.has(code))
          .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
      ];
    }),
  );
};

describe('types, end to end', () => {
  test('the compiler refuses what the API would refuse, and takes what it takes', { timeout: 60_000 }, () => {
    const said = compile({
      right: `const token = await client.tokens.create({ subject: 'x' }); const s: string = token.accessToken;`,
      typo: `await client.tokens.create({ subjekt: 'x' });`,
      missing: `await client.tokens.create();`,
      output: `const r: number = (await client.session.get()).sub;`,
      verb: `await client.tokens.destroy({ tokenId: 'x' });`,
      rows: `for await (const run of paginate(client.pipelineRuns.list, { workload: 'x' })) { const n: string = run.runId; }`,
      filter: `paginate(client.pipelineRuns.list, { workloat: 'x' });`,
      unpaged: `paginate(client.tokens.list);`,
      problem: `isProblem(new Error(), 'workload-not-fond');`,
    });
    expect(said.right).toEqual([]);
    expect(said.typo?.join()).toContain('subjekt');
    expect(said.missing).toHaveLength(1);
    expect(said.output).toEqual([`Type 'string' is not assignable to type 'number'.`]);
    expect(said.verb?.join()).toContain('destroy');
    expect(said.filter?.join()).toContain('workloat');
    expect(said.unpaged?.join()).toContain('nextCursor');
    expect(said.problem?.join()).toContain('workload-not-fond');
    expect(said.rows).toEqual([]);
  });

  test('inputs, outputs and rows are those of the contract', () => {
    const client: CodeMetricsClient = createClient({ url: '' });
    expectTypeOf(client.tokens.create).returns.resolves.toEqualTypeOf<IssuedToken>();
    expectTypeOf<OutputOf<'tokens', 'revoke'>>().toEqualTypeOf<null>();
    expectTypeOf<InputOf<'tokens', 'revoke'>>().toEqualTypeOf<{ tokenId: string }>();
    expectTypeOf<RowOf<OutputOf<'pipelineRuns', 'list'>>>().toEqualTypeOf<PipelineRun>();
    expectTypeOf<RowOf<{ a: string[]; b: number[]; nextCursor: null }>>().toEqualTypeOf<never>();
    expectTypeOf(paginate(client.users.list)).toEqualTypeOf<
      AsyncGenerator<OutputOf<'users', 'get'>, void, undefined>
    >();
    expectTypeOf(pages(client.audit.list)).toEqualTypeOf<
      AsyncGenerator<OutputOf<'audit', 'list'>, void, undefined>
    >();
    const error: unknown = undefined;
    if (isProblem(error, 'conflict', 'not-found')) {
      expectTypeOf(error.code).toEqualTypeOf<'conflict' | 'not-found'>();
      expectTypeOf(error.problem.detail).toEqualTypeOf<Problem['detail']>();
    }
  });

  test('the table of calls must name every operation, each by its own kind', () => {
    type Grown = Procedures & { tokens: { renew: Procedures['tokens']['rotate'] } };
    // @ts-expect-error -- an operation that the table doesn't name
    CALLS satisfies CallTable<Grown>;
    // @ts-expect-error -- a noun that the table doesn't name
    CALLS satisfies CallTable<Procedures & { reports: Procedures['audit'] }>;
    // @ts-expect-error -- a mutation that the table takes for a query
    ({ ...CALLS, deployments: { send: 'query' } }) satisfies CallTable<Procedures>;
    // @ts-expect-error -- an operation that the server no longer has
    ({ ...CALLS, extra: { list: 'query' } }) satisfies CallTable<Procedures>;
    expect(Object.keys(CALLS).length).toBeGreaterThan(0);
  });
});
