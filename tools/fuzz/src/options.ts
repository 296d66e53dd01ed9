import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface Options {
  readonly help: boolean;
  readonly calls: number;
  readonly seed: number;
  readonly seconds: number;
  readonly operation: string | undefined;
}

/** The command line is wrong; the message says how it should be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const CALLS = 100_000;
const QUICK_CALLS = 3000;
const SECONDS = 1800;
const MOST_SEED = 2_147_483_647;

export const HELP = `Calls a server of its own with generated requests, and judges every answer by the server's OpenAPI document.

  npm run test:fuzz -- [--calls N | --quick] [--seed N] [--operation NAME] [--seconds N]

  --calls N         how many calls (default: ${CALLS})
  --quick           ${QUICK_CALLS} calls
  --seed N          another number makes other calls (default: a random one, which is told)
  --operation NAME  only calls of this operation, by its operationId
  --seconds N       the most time (default: ${SECONDS}); a run that does not get through is a failure
  --help            shows this

  DATABASE_URL names a PostgreSQL whose account may create databases (default: an embedded one).
`;

const integer = (name: string, text: string, least: number, most: number): number => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new UsageError(`--${name} must be a whole number from ${least} to ${most}, not “${text}”.`);
  return value;
};

const valuesOf = (argv: readonly string[]) => {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        calls: { type: 'string' },
        quick: { type: 'boolean' },
        seed: { type: 'string' },
        seconds: { type: 'string' },
        operation: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

/** Reads the command line; throws a `UsageError` where it can't be. `randomSeed` stands where none is given. */
export const parseOptions = (argv: readonly string[], randomSeed: number): Options => {
  const { calls, quick, seed, seconds, operation, help } = valuesOf(argv);
  if (calls !== undefined && quick) throw new UsageError('Give either --calls or --quick.');
  return {
    help: help === true,
    calls: calls === undefined ? (quick ? QUICK_CALLS : CALLS) : integer('calls', calls, 1, 10_000_000),
    seed: seed === undefined ? randomSeed : integer('seed', seed, 0, MOST_SEED),
    seconds: seconds === undefined ? SECONDS : integer('seconds', seconds, 1, 86_400),
    operation,
  };
};
