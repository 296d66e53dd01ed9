import type { Socket } from 'node:net';
import { connect } from 'node:net';
import type { Kept } from '../../plan/keeper.ts';

const TRICKLE_MS = 1000;

/** A kind of client that takes its time. */
export interface SlowKind {
  readonly name: string;
  /** What it sends when it is connected. */
  readonly begin: (host: string) => string;
  /** What it sends every second from then on; nothing: it stays silent. */
  readonly trickle: string;
  /** Whether the server must end it by itself, within its limits. */
  readonly isEnded: boolean;
}

export const SLOW_KINDS: readonly SlowKind[] = [
  {
    ...{ name: 'slow headers', trickle: 'X-Slow: 1\r\n', isEnded: true },
    begin: (host) => `GET /api/session HTTP/1.1\r\nHost: ${host}\r\n`,
  },
  {
    ...{ name: 'slow bodies', trickle: ' ', isEnded: true },
    begin: (host) =>
      `POST /api/session HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{`,
  },
  { name: 'half open', begin: () => 'GET /api/ses', trickle: '', isEnded: true },
  {
    ...{ name: 'idle', trickle: '', isEnded: false },
    begin: (host) => `GET /api/health/live HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
  },
];

/** Connections of one kind to one server. */
export class SlowClients implements Kept {
  readonly #sockets = new Set<Socket>();
  readonly #timer: NodeJS.Timeout;
  #refused = 0;

  /** Connects so many, a few at a time; `url` names the server. */
  static async connect(url: string, kind: SlowKind, count: number): Promise<SlowClients> {
    const clients = new SlowClients(kind);
    for (let number = 0; number < count; number += 50)
      await Promise.all(
        Array.from({ length: Math.min(50, count - number) }, () => clients.#add(new URL(url), kind)),
      );
    return clients;
  }

  private constructor(kind: SlowKind) {
    this.#timer = setInterval(() => {
      if (kind.trickle !== '') for (const socket of this.#sockets) socket.write(kind.trickle);
    }, TRICKLE_MS);
  }

  /** How many still stand. */
  get open(): number {
    return this.#sockets.size;
  }

  get refused(): number {
    return this.#refused;
  }

  #add({ hostname, port, host }: URL, kind: SlowKind): Promise<void> {
    return new Promise((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        this.#sockets.add(socket);
        socket.write(kind.begin(host));
        resolve();
      });
      socket.resume();
      socket.on('error', () => undefined);
      socket.on('close', () => {
        if (!this.#sockets.delete(socket)) this.#refused++;
        resolve();
      });
    });
  }

  end(): Promise<void> {
    this.endAtOnce();
    return Promise.resolve();
  }

  endAtOnce(): void {
    clearInterval(this.#timer);
    for (const socket of this.#sockets) socket.destroy();
  }
}
