import { randomBytes } from 'node:crypto';
import type { Answer, Ask } from '../http/answer.ts';
import type { Ground } from '../plan/ground.ts';
import type { Call } from './call.ts';

/** What the history notes beside the answer. */
export interface Note {
  readonly what: string;
  readonly credential?: string;
  readonly batch?: string;
  readonly target?: string;
  readonly action?: string;
}

/** Every call of a part, so that promises can be checked afterwards. */
export class History {
  readonly calls: Call[] = [];
  readonly #ground: Ground;
  readonly #prefix = randomBytes(4).toString('hex');
  #count = 0;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** Sends a request under an id of its own and notes what came of it. */
  async send(url: string, ask: Ask, note: Note): Promise<Answer> {
    const requestId = `faults-${this.#prefix}-${++this.#count}`;
    const answer = await this.#ground.send(url, {
      ...ask,
      headers: { ...ask.headers, 'x-request-id': requestId },
    });
    const { startedAt, endedAt, status, error } = answer;
    this.calls.push({
      ...{ what: note.what, url, requestId, startedAt, endedAt, status, error },
      hasRetryAfter: answer.retryAfter !== undefined,
      ...{ credential: note.credential, batch: note.batch, target: note.target, action: note.action },
    });
    return answer;
  }
}
