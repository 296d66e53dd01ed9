import { once } from 'node:events';
import type { Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { Transform } from 'node:stream';
import type { Kept } from '../plan/keeper.ts';
import { freePort } from '../processes/free-port.ts';

/** What is done to the connections that go through. */
export interface Weather {
  /** Connections are refused, and those that stood were broken. */
  readonly isCut?: boolean;
  /** Every piece is held so long, in either direction. */
  readonly delayMs?: number;
  /** At most so many bytes a second, in either direction, for each connection. */
  readonly bytesPerSecond?: number;
}

/** The stable address of a database: passes TCP on to whichever is the present one. */
export class Forwarder implements Kept {
  readonly port: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #target: number;
  #weather: Weather = {};

  private constructor(port: number, target: number) {
    this.port = port;
    this.#target = target;
    this.#server = createServer((client) => this.#pass(client));
  }

  /** Listens on a port of its own and passes on to the target’s port. */
  static async start(target: number): Promise<Forwarder> {
    const forwarder = new Forwarder(await freePort(), target);
    forwarder.#server.listen(forwarder.port, '127.0.0.1');
    await once(forwarder.#server, 'listening');
    return forwarder;
  }

  /** From now on to another database; the connections to the one before are broken. */
  switchTo(target: number): void {
    this.#target = target;
    this.#breakAll();
  }

  /** Changes the weather for connections from now on; `isCut` breaks those that stand. */
  weather(weather: Weather): void {
    this.#weather = weather;
    if (weather.isCut === true) this.#breakAll();
  }

  async end(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#breakAll();
    await closed;
  }

  endAtOnce(): void {
    this.#server.close();
    this.#breakAll();
  }

  #pass(client: Socket): void {
    if (this.#weather.isCut === true) return void client.destroy();
    const database = connect(this.#target, '127.0.0.1');
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      this.#sockets.add(one);
      one.setNoDelay(true);
      one.on('error', () => undefined);
      one.on('close', () => {
        this.#sockets.delete(one);
        other.destroy();
      });
      const { delayMs = 0, bytesPerSecond } = this.#weather;
      if (delayMs > 0 || bytesPerSecond !== undefined) one.pipe(slowed(delayMs, bytesPerSecond)).pipe(other);
      else one.pipe(other);
    }
  }

  #breakAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}

const slowed = (delayMs: number, bytesPerSecond = Infinity): Transform =>
  new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      setTimeout(() => done(null, chunk), delayMs + (1000 * chunk.length) / bytesPerSecond);
    },
  });
