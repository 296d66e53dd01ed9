import { fileURLToPath } from 'node:url';
import type { Guard } from './guard.ts';
import { GUARDS } from './guards.ts';
import { tryGuard } from './try-guard.ts';
import { createWorkCopy } from './work-copy.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SHOWN_CHARACTERS = 2500;

const USAGE = `Takes each guard out of a copy of the sources and shows that its test fails without it.

  npm run test:guards             all of them
  npm run test:guards -- WORD …   those whose promise holds one of the words
  npm run test:guards -- --list   what there is
`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const chosen = (words: readonly string[]): readonly Guard[] =>
  words.length === 0
    ? GUARDS
    : GUARDS.filter(({ promise }) =>
        words.some((word) => promise.toLowerCase().includes(word.toLowerCase())),
      );

const main = async (args: readonly string[]): Promise<number> => {
  if (args.includes('--help')) return (say(USAGE), 0);
  if (args.includes('--list')) return (say(GUARDS.map(({ promise }) => promise).join('\n')), 0);
  const guards = chosen(args);
  const copy = createWorkCopy(ROOT);
  process.once('exit', () => copy.remove());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  let bad = 0;
  for (const guard of guards) {
    const { verdict, seconds, output } = await tryGuard(copy.directory, guard);
    say(
      `${verdict === 'caught' ? 'caught  ' : verdict.toUpperCase().padEnd(8)} ${seconds.toFixed(1).padStart(5)} s  ${guard.promise}`,
    );
    if (verdict === 'caught') continue;
    bad += 1;
    say(output.slice(-SHOWN_CHARACTERS));
  }
  say(`${guards.length - bad} passed, ${bad} failed`);
  return bad === 0 ? 0 : 1;
};

process.exitCode = await main(process.argv.slice(2));
