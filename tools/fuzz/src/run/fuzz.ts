import { randomBytes } from 'node:crypto';
import { fault } from '../check/fault.ts';
import { schemaValidator } from '../check/schema-validator.ts';
import { tableDigest } from '../check/table-digest.ts';
import { readDocument } from '../document/api-document.ts';
import { resolverOf } from '../document/json-schema.ts';
import { operationsOf } from '../document/operation.ts';
import { callArbitrary } from '../generate/call-arbitrary.ts';
import { validValues } from '../generate/schema-arbitrary.ts';
import { heavyCalls } from '../heavy/heavy-calls.ts';
import type { Options } from '../options.ts';
import { UsageError } from '../options.ts';
import type { OwnDatabase } from '../world/database.ts';
import { clearHeavyRows, mendWorld } from '../world/mend-world.ts';
import { secretPassword } from '../world/people.ts';
import type { ServerProcess } from '../world/server-process.ts';
import { startServerProcess } from '../world/server-process.ts';
import { ADMIN, createWorld } from '../world/world.ts';
import { examiner } from './examiner.ts';
import type { Findings } from './finding.ts';
import { holdFinder } from './held-loops.ts';
import { recorder } from './recorder.ts';
import type { Bench } from './run-batches.ts';
import { runBatch, runHeavy } from './run-batches.ts';
import { runRawBatch, runRawShapes } from './run-raw.ts';
import { callSource } from './smallest-call.ts';
import type { Tally } from './tally.ts';

const BATCH = 100;
/** Of each batch so many calls are raw bytes. */
const RAW_IN_BATCH = 5;
/** At most one call in so many is a heavy one. */
const HEAVY_SHARE = 20;
const MEND_AFTER_BATCHES = 5;

/** What a run is made with. */
export interface Fuzz {
  readonly options: Options;
  readonly findings: Findings;
  readonly tally: Tally;
  readonly print: (text: string) => void;
  /** Aborted when the run is to end early. */
  readonly signal: AbortSignal;
}

/** What is known at the end of a run. */
export interface Outcome {
  readonly isComplete: boolean;
  readonly seconds: number;
  readonly loop: ReturnType<ServerProcess['loop']['worst']>;
  readonly unexplainedHolds: readonly string[];
}

/** As many of the list as may be, spread over all of it. */
const spread = <T>(all: readonly T[], most: number): readonly T[] =>
  all.length <= most
    ? all
    : Array.from({ length: most }, (_, index) => all[Math.floor((index * all.length) / most)]!);

const startServer = (database: OwnDatabase, password: string, tokenSecret: string): Promise<ServerProcess> =>
  startServerProcess({
    DATABASE_URL: database.url,
    ADMIN_USERNAME: ADMIN,
    ADMIN_PASSWORD: password,
    TOKEN_SECRET: tokenSecret,
    RATE_LIMIT: 'off',
    LOG_LEVEL: 'info',
  });

/** Starts a server, fills it, and calls it until all calls are made, time is up, or enough is found. */
export const fuzz = async (
  { options, findings, tally, print, signal }: Fuzz,
  database: OwnDatabase,
): Promise<Outcome> => {
  const password = secretPassword();
  const tokenSecret = randomBytes(32).toString('hex');
  const server = await startServer(database, password, tokenSecret);
  try {
    const document = await readDocument(server.url);
    const all = operationsOf(document);
    const chosen = all.filter((one) => options.operation === undefined || one.id === options.operation);
    if (chosen.length === 0)
      throw new UsageError(`There is no operation ${options.operation} in the document.`);
    const world = await createWorld(server.url, password, [tokenSecret, new URL(database.url).password]);
    server.log.watchFor(world.canaries.secrets);
    const resolve = resolverOf(document.components?.schemas ?? {});
    const valid = validValues(resolve, world.known);
    const examine = examiner({
      operations: all,
      validate: schemaValidator(document),
      target: world.target,
      canaries: world.canaries,
      learn: world.learn,
    });
    const source = callSource(callArbitrary(chosen, all, valid, resolve));
    const holds = holdFinder(server.loop, examine);
    const bench: Bench = {
      ...{ source, examine, holds, findings, tally },
      digest: await tableDigest(database.client),
      recorder: recorder(findings, source, server.log),
    };
    await mendWorld(world, database.client);
    await server.loop.settle();
    server.loop.forget();
    const started = Date.now();
    const until = started + options.seconds * 1000;
    const mayGoOn = (): boolean =>
      !signal.aborted &&
      Date.now() < until &&
      !findings.isFull() &&
      !server.hasEnded() &&
      tally.calls() < options.calls;
    if (options.operation === undefined) await runRawShapes(server.url, findings, tally);
    for (const heavy of spread(heavyCalls(chosen, valid, options.seed), options.calls / HEAVY_SHARE))
      if (mayGoOn()) await runHeavy(bench, heavy());
    if (!server.hasEnded()) await clearHeavyRows(world, database.client);
    print(`${tally.calls()} calls: raw shapes and heavy calls are done`);
    for (let batch = 0; mayGoOn(); batch++) {
      const seed = options.seed + batch;
      const left = Math.min(BATCH, options.calls - tally.calls());
      const raw = options.operation === undefined ? Math.min(RAW_IN_BATCH, left) : 0;
      if (raw > 0) await runRawBatch(server.url, seed, raw, findings, tally);
      if (left > raw) await runBatch(bench, seed, left - raw);
      if (batch % MEND_AFTER_BATCHES === 0 && !server.hasEnded()) await mendWorld(world, database.client);
      if (batch % 50 === 49) print(`${tally.calls()} calls`);
    }
    await server.loop.settle();
    if (server.hasEnded()) addServerEnd(findings, server);
    for (const secret of server.log.leaked)
      findings.add({
        operation: 'any',
        fault: fault('a secret in the log', `secret number ${secret}`),
        ...{ what: 'the server printed it', reproduction: '', log: [] },
      });
    return {
      isComplete: tally.calls() >= options.calls,
      seconds: (Date.now() - started) / 1000,
      loop: server.loop.worst(),
      unexplainedHolds: holds.unexplained(),
    };
  } finally {
    await server.stop();
  }
};

const addServerEnd = (findings: Findings, server: ServerProcess): void =>
  findings.add({
    operation: 'any',
    fault: fault('the server ended', 'its process is gone'),
    ...{ what: 'one of the last calls', reproduction: '', log: server.log.notable.slice(-10) },
  });
