import { parseArgs } from 'node:util';
import { WorkloadId } from '@codemetrics/contracts';

/** What the command line asks for. */
export interface Options {
  readonly help: boolean;
  readonly seed: number;
  readonly days: number;
  readonly repositories: readonly { readonly path: string; readonly workload: string | undefined }[];
}

/** The command line or a setting is wrong; the message says how it should be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const MOST_DAYS = 1830;

export const HELP = `Starts CodeMetrics with made-up data of five teams, to look around in.

  npm run demo -- [--repository PATH [--workload ID]]... [--seed N] [--days N]

  --repository PATH  adds the true history of a git repository on disk; its tags count as deployments
  --workload ID      the workload that the repository before it goes to (default: named after it)
  --seed N           another number makes other data (default: 1)
  --days N           how many days up to today there is data of, 7 to ${MOST_DAYS} (default: 365)
  --help             shows this

  PORT (default 3000) and ADMIN_PASSWORD (default: a random one) are read from the environment.
  The data lies in a temporary directory and is removed at the end.
`;

const integer = (name: string, text: string, least: number, most: number): number => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new UsageError(`--${name} must be a whole number from ${least} to ${most}, not “${text}”.`);
  return value;
};

const tokensOf = (argv: readonly string[]) => {
  try {
    return parseArgs({
      args: [...argv],
      tokens: true,
      options: {
        repository: { type: 'string', multiple: true },
        workload: { type: 'string', multiple: true },
        seed: { type: 'string' },
        days: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).tokens;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

/** Reads the command line; throws a `UsageError` where it can't be. */
export const parseOptions = (argv: readonly string[]): Options => {
  const repositories: { path: string; workload: string | undefined }[] = [];
  let [help, seed, days] = [false, 1, 365];
  for (const token of tokensOf(argv)) {
    if (token.kind !== 'option') continue;
    const value = token.value ?? '';
    if (token.name === 'help') help = true;
    else if (token.name === 'seed') seed = integer('seed', value, 0, 4_294_967_295);
    else if (token.name === 'days') days = integer('days', value, 7, MOST_DAYS);
    else if (token.name === 'repository') {
      if (value === '') throw new UsageError('--repository needs the path of a git repository.');
      repositories.push({ path: value, workload: undefined });
    } else if (token.name === 'workload') {
      const last = repositories.at(-1);
      if (last === undefined || last.workload !== undefined)
        throw new UsageError('--workload belongs after a --repository of its own.');
      const id = WorkloadId.safeParse(value);
      if (!id.success) throw new UsageError(`--workload ${id.error.issues[0]?.message}, not “${value}”.`);
      last.workload = id.data;
    }
  }
  return { help, seed, days, repositories };
};
