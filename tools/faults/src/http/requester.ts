import { Agent, request } from 'node:http';
import type { Kept } from '../plan/keeper.ts';
import type { Answer, Ask } from './answer.ts';

const GIVE_UP_MS = 15_000;

/** Sends requests on kept connections, never again by itself, and takes the time of each. */
export class Requester implements Kept {
  readonly #agent: Agent;

  constructor() {
    // As many connections as requests, so that none waits on this side and is taken for a slow answer.
    this.#agent = new Agent({
      keepAlive: true,
      scheduling: 'lifo',
      timeout: 30_000,
      maxFreeSockets: Infinity,
    });
  }

  send(url: string, ask: Ask): Promise<Answer> {
    const body = ask.json === undefined ? undefined : JSON.stringify(ask.json);
    const startedAt = performance.now();
    return new Promise((resolve) => {
      const settle = (some: Partial<Answer>): void => {
        clearTimeout(timer);
        const none = { status: 0, retryAfter: undefined, text: '', error: undefined };
        resolve({ ...none, ...some, startedAt, endedAt: performance.now() });
      };
      const outgoing = request(url + ask.path, {
        agent: this.#agent,
        method: ask.method,
        headers: {
          ...(ask.token === undefined ? {} : { authorization: `Bearer ${ask.token}` }),
          ...(body === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
          ...ask.headers,
        },
      });
      const fail = (error: Error & { code?: string }): void => settle({ error: error.code ?? error.message });
      const timer = setTimeout(() => outgoing.destroy(new Error('given up')), ask.giveUpMs ?? GIVE_UP_MS);
      outgoing.on('error', fail);
      outgoing.on('response', (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (chunk: string) => (text += chunk));
        incoming.on('error', fail);
        incoming.on('end', () =>
          settle({ status: incoming.statusCode ?? 0, retryAfter: incoming.headers['retry-after'], text }),
        );
      });
      outgoing.end(body);
    });
  }

  end(): Promise<void> {
    this.#agent.destroy();
    return Promise.resolve();
  }

  endAtOnce(): void {
    this.#agent.destroy();
  }
}
