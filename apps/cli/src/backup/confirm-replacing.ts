import { createInterface } from 'node:readline/promises';
import { CliError } from '../cli-error.ts';

const WORD = 'replace';

/** Asks before a database is replaced; anything but the word ends the command. */
export const confirmReplacing = async (what: string, signal: AbortSignal): Promise<void> => {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  // Ctrl-C and the end of the input come here first, and would leave the question open.
  lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
  try {
    const question = `${what}\nWhat is in the database now will be lost. Type ${WORD} to go on: `;
    const answer = await Promise.race([lines.question(question, { signal }), ended]);
    if (answer.trim() !== WORD) throw new CliError('Nothing was changed.');
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    lines.close();
  }
};
