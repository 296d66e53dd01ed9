import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Agent, createServer, request } from 'node:http';
import type { Kept } from '../plan/keeper.ts';
import { freePort } from '../processes/free-port.ts';
import { isReady } from './is-ready.ts';

const PROBE_MS = 200;
/** Headers that belong to one connection. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding']);

/**
 * A plain HTTP load balancer: probes readiness, goes round the ready ones, keeps connections, and never tries a
 * request again, so that every failure of a server shows.
 */
export class Balancer implements Kept {
  readonly url: string;
  readonly #targets: readonly string[];
  readonly #ready = new Set<string>();
  readonly #server: Server;
  readonly #agent = new Agent({ keepAlive: true, timeout: 30_000 });
  readonly #probing: NodeJS.Timeout;
  #turn = 0;

  private constructor(port: number, targets: readonly string[]) {
    this.url = `http://127.0.0.1:${port}`;
    this.#targets = targets;
    this.#server = createServer({ keepAliveTimeout: 120_000 }, (incoming, outgoing) =>
      this.#pass(incoming, outgoing),
    );
    this.#probing = setInterval(() => void this.#probe(), PROBE_MS);
  }

  static async start(targets: readonly string[]): Promise<Balancer> {
    const port = await freePort();
    const balancer = new Balancer(port, targets);
    balancer.#server.listen(port, '127.0.0.1');
    await once(balancer.#server, 'listening');
    await balancer.#probe();
    return balancer;
  }

  /** How many servers take requests just now. */
  get ready(): number {
    return this.#ready.size;
  }

  async #probe(): Promise<void> {
    await Promise.all(
      this.#targets.map(async (target) => {
        if (await isReady(target, 1000)) this.#ready.add(target);
        else this.#ready.delete(target);
      }),
    );
  }

  #pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const ready = this.#targets.filter((target) => this.#ready.has(target));
    const target = ready[this.#turn++ % Math.max(1, ready.length)];
    if (target === undefined) return void outgoing.writeHead(503, { 'x-balancer': 'none is ready' }).end();
    const passed = request(target + incoming.url, {
      agent: this.#agent,
      method: incoming.method ?? 'GET',
      headers: withoutHops(incoming),
    });
    passed.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, withoutHops(answer));
      answer.pipe(outgoing);
      answer.on('error', () => outgoing.destroy());
    });
    passed.on('error', (error: Error & { code?: string }) => {
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(502, { 'x-balancer': error.code ?? 'failed' }).end();
    });
    incoming.pipe(passed);
  }

  async end(): Promise<void> {
    clearInterval(this.#probing);
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    this.#agent.destroy();
    await closed;
  }

  endAtOnce(): void {
    clearInterval(this.#probing);
    this.#server.close();
    this.#server.closeAllConnections();
    this.#agent.destroy();
  }
}

const withoutHops = ({ headers }: IncomingMessage) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name)));
