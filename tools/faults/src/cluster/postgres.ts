import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { launchPostgres } from '@codemetrics/database';
import pg from 'pg';
import type { Kept } from '../plan/keeper.ts';
import { waitFor, within } from '../plan/wait.ts';
import { freePort } from '../processes/free-port.ts';
import { childrenOf, isRunning, signalTo } from '../processes/process-tree.ts';
import { runProgram } from './programs.ts';
import { postgresArguments } from './settings.ts';
import type { Template } from './template.ts';
import { ROLE, SUPERUSER } from './template.ts';

/** The database that is there from the beginning. */
export const MAINTENANCE = 'postgres';

const READY_MS = 60_000;
const STOP_MS = 15_000;

type Settings = Readonly<Record<string, string>>;
type Row = Record<string, unknown>;

/** One PostgreSQL server that can be killed, paused and started again, always at the same port. */
export class Postgres implements Kept {
  readonly directory: string;
  readonly port: number;
  readonly #template: Template;
  readonly #settings: Settings;
  #child: ChildProcess | undefined;
  /** The process has been collected too: until then PostgreSQL takes it for running. */
  #exited: Promise<unknown> = Promise.resolve();
  #isEnded = false;

  private constructor(template: Template, directory: string, port: number, settings: Settings) {
    this.#template = template;
    this.directory = directory;
    this.port = port;
    this.#settings = settings;
  }

  /** A server over an existing data directory, not yet started. */
  static async on(template: Template, directory: string, settings: Settings = {}): Promise<Postgres> {
    return new Postgres(template, directory, await freePort(), settings);
  }

  /** A server over a fresh copy of the template, not yet started. */
  static async copyOf(template: Template, directory: string, settings: Settings = {}): Promise<Postgres> {
    await runProgram(template.programs, 'cp', ['-a', template.directory, directory]);
    return Postgres.on(template, directory, settings);
  }

  /** The address for servers; `port` names a forwarder instead. */
  url(port = this.port): string {
    return `postgres://${ROLE}:${this.#template.password}@127.0.0.1:${port}/${ROLE}`;
  }

  get isRunning(): boolean {
    return this.#child?.pid !== undefined && isRunning(this.#child.pid);
  }

  /** Starts and waits until it answers. */
  async start(): Promise<void> {
    if (this.#isEnded) throw new Error('the part is over');
    const log = openSync(`${this.directory}.log`, 'a');
    const { runner, postgres } = this.#template.programs;
    const args = postgresArguments(this.directory, this.port, this.#settings);
    const child = launchPostgres(runner, postgres, args, { detached: true, stdio: ['ignore', log, log] });
    closeSync(log);
    this.#child = child;
    this.#exited = once(child, 'exit').catch(() => undefined);
    child.unref();
    await waitFor('a database that answers', READY_MS, async () => {
      if (!this.isRunning) throw new Error(`PostgreSQL ended; see ${this.directory}.log`);
      return (await this.answers()) ? true : undefined;
    });
  }

  /** Whether it takes a connection and answers on it. */
  answers(): Promise<boolean> {
    return this.ask('select 1', [], MAINTENANCE).then(
      () => true,
      () => false,
    );
  }

  /** A connection of somebody else's: as superuser, or as the role of the servers. */
  async connect(as: 'superuser' | 'role' = 'superuser', database = ROLE): Promise<pg.Client> {
    const { superuserPassword, password } = this.#template;
    const client = new pg.Client({
      ...{ host: '127.0.0.1', port: this.port, database, connectionTimeoutMillis: 5000 },
      ...(as === 'superuser' ? { user: SUPERUSER, password: superuserPassword } : { user: ROLE, password }),
    });
    // What happens to it shows in the next query.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** Asks as superuser, on a connection for this once. */
  async ask(statement: string, values: unknown[] = [], database = ROLE): Promise<Row[]> {
    const client = await this.connect('superuser', database);
    try {
      return (await client.query<Row>(statement, values)).rows;
    } finally {
      // Waited for, since a connection that still stands may be the last that there is.
      await client.end().catch(() => undefined);
    }
  }

  /** kill -9 of everything, as when the machine dies. */
  async kill(): Promise<void> {
    const pids = this.#pids();
    // The postmaster first, standing still, so that it can't answer the deaths of the others by a restart.
    if (pids[0] !== undefined) signalTo(pids[0], 'SIGSTOP');
    for (const pid of pids) signalTo(pid, 'SIGKILL');
    await waitFor('the end of killed processes', STOP_MS, () => (pids.some(isRunning) ? undefined : true), 2);
    await this.#exited;
  }

  /** Everything stands still and answers nothing, as when a machine or its disk hangs. */
  pause(): void {
    for (const pid of this.#pids()) signalTo(pid, 'SIGSTOP');
  }

  resume(): void {
    for (const pid of this.#pids().reverse()) signalTo(pid, 'SIGCONT');
  }

  /** A fast shutdown, as of `pg_ctl stop`. */
  async stop(): Promise<void> {
    const pid = this.#child?.pid;
    if (pid === undefined || !isRunning(pid)) return;
    signalTo(pid, 'SIGINT');
    await within('a fast shutdown', STOP_MS, this.#exited).catch(() => this.kill());
  }

  async end(): Promise<void> {
    this.#isEnded = true;
    this.resume();
    await this.stop();
  }

  endAtOnce(): void {
    this.#isEnded = true;
    for (const pid of this.#pids()) signalTo(pid, 'SIGKILL');
  }

  #pids(): number[] {
    const pid = this.#child?.pid;
    return pid === undefined || !isRunning(pid) ? [] : [pid, ...childrenOf(pid)];
  }
}
