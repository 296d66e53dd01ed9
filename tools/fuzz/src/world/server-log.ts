import type { Readable } from 'node:stream';

const MOST_KEPT = 2000;

/** What a server prints, looked through while it comes. */
export interface ServerLog {
  /** The warnings and errors, newest last, and all that is no log line. */
  readonly notable: readonly string[];
  /** The places in the list of secrets of those that were printed. */
  readonly leaked: ReadonlySet<number>;
  /** From now on these must not be printed. */
  watchFor(secrets: readonly string[]): void;
}

const isQuiet = (line: string): boolean => /^\{"level":(?:"info"|30)/.test(line);

/** Reads the outputs of a process line by line. */
export const readLog = (...outputs: readonly Readable[]): ServerLog => {
  const notable: string[] = [];
  const leaked = new Set<number>();
  let secrets: readonly string[] = [];
  const look = (line: string): void => {
    for (const [index, secret] of secrets.entries()) if (line.includes(secret)) leaked.add(index);
    if (line === '' || isQuiet(line)) return;
    notable.push(line);
    if (notable.length > MOST_KEPT) notable.shift();
  };
  for (const output of outputs) {
    let rest = '';
    output.setEncoding('utf8');
    output.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) look(line);
    });
    output.on('end', () => look(rest));
  }
  return { notable, leaked, watchFor: (all) => (secrets = all) };
};
