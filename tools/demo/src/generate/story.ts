import { createHash } from 'node:crypto';
import { DAY, dayOf } from './calendar.ts';
import type { Random } from './random.ts';
import { randomFor } from './random.ts';
import type { Repository, Team } from './team.ts';

/** A person or a bot, as rows name it. */
export interface Actor {
  readonly name: string;
  readonly kind: 'user' | 'bot';
}

/** One team's time, and where its chances come from. */
export interface Story {
  readonly team: Team;
  readonly seed: number;
  /** The first day's first instant. */
  readonly start: number;
  readonly end: number;
  /** How much of the time has passed, from 0 to 1. */
  share(at: number): number;
  random(...purpose: readonly (string | number)[]): Random;
}

export const tellStory = (team: Team, options: { seed: number; end: number; days: number }): Story => {
  const { seed, end } = options;
  const days = Math.min(options.days, team.lastDays ?? options.days);
  const start = dayOf(end) - (days - 1) * DAY;
  return {
    team,
    seed,
    start,
    end,
    share: (at) => (at - start) / Math.max(1, end - start),
    random: (...purpose) => randomFor(seed, team.id, ...purpose),
  };
};

/** A hash that looks like git's and is the same for the same seed. */
export const shaOf = (seed: number, ...parts: readonly (string | number)[]): string =>
  createHash('sha1')
    .update(`${seed}/${parts.join('/')}`)
    .digest('hex');

/** `checkout-api` of `acme/checkout-api`. */
export const shortName = (repository: Repository): string => repository.name.split('/').at(-1)!;

const NOUNS = [
  'index',
  'model',
  'service',
  'rules',
  'mapping',
  'client',
  'view',
  'store',
  'errors',
  'format',
];

/** The files of a repository, without its binary ones. */
export const filesOf = (repository: Repository): string[] =>
  repository.folders.flatMap((folder) =>
    NOUNS.slice(0, 10 - (folder.length % 4)).map((noun) => `${folder}/${noun}${repository.extension}`),
  );
