import { join } from 'node:path';
import type { Postgres } from '../cluster/postgres.ts';
import type { Template } from '../cluster/template.ts';
import type { Answer, Ask } from '../http/answer.ts';
import { Requester } from '../http/requester.ts';
import type { Replica } from '../replicas/replica.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { Keeper } from './keeper.ts';
import { Report } from './report.ts';

/** What stands for all parts. */
export interface Common {
  readonly directory: string;
  readonly template: Template;
  readonly secrets: Secrets;
  /** Leaks found so far, by whoever found them. */
  readonly leaks: string[];
  readonly isQuick: boolean;
}

/** What a part works with; all that it keeps here ends with it. */
export class Ground {
  readonly directory: string;
  readonly template: Template;
  readonly secrets: Secrets;
  readonly isQuick: boolean;
  readonly keeper = new Keeper();
  readonly report = new Report();
  /** Searched for secrets when the part is over. */
  readonly replicas: Replica[] = [];
  readonly databases: Postgres[] = [];
  readonly leaks: string[];
  readonly #requester: Requester;
  readonly #say: (line: string) => void;

  constructor(common: Common, part: string, say: (line: string) => void) {
    this.directory = join(common.directory, part);
    this.template = common.template;
    this.secrets = common.secrets;
    this.isQuick = common.isQuick;
    this.leaks = common.leaks;
    this.#requester = this.keeper.keep(new Requester());
    this.#say = say;
  }

  /** One number for the whole plan, another for its short form. */
  scale(full: number, quick: number): number {
    return this.isQuick ? quick : full;
  }

  /** Tells whoever watches. */
  say(line: string): void {
    this.#say(line);
  }

  /** One request; what its refusal says is searched for secrets. */
  async send(url: string, ask: Ask): Promise<Answer> {
    const answer = await this.#requester.send(url, ask);
    if (answer.status >= 400)
      for (const kind of this.secrets.find(answer.text))
        this.leaks.push(`${kind} in the answer ${answer.status} to ${ask.method} ${ask.path}`);
    return answer;
  }
}
