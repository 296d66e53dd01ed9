import type { PaletteEntry } from './palette-entry.ts';
import { GROUPS } from './palette-entry.ts';

/** Of one group, so that many workloads don't push the rest out of sight. */
const MOST_OF_GROUP = 8;
/** Before anything is typed, these are only some of many. */
const MOST_AT_FIRST: Partial<Record<PaletteEntry['group'], number>> = { Workloads: 5, Metrics: 0 };

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const startsWord = (text: string, word: string): boolean =>
  text.split(/[^\p{L}\p{N}]+/u).some((one) => one.startsWith(word));

/** How well an entry fits the words, the lower the better; null: not at all. */
const rank = (entry: PaletteEntry, words: readonly string[]): number | null => {
  const label = plain(entry.label);
  const rest = plain(`${entry.detail ?? ''} ${entry.keywords}`);
  if (label.startsWith(words.join(' '))) return 0;
  let sum = 0;
  for (const word of words) {
    if (startsWord(label, word)) sum += 1;
    else if (label.includes(word)) sum += 2;
    else if (startsWord(rest, word)) sum += 3;
    else if (rest.includes(word)) sum += 4;
    else return null;
  }
  return sum;
};

/** The entries in which every word is found, the groups in their order and the best of each first. */
export const findEntries = (entries: readonly PaletteEntry[], search: string): readonly PaletteEntry[] => {
  const words = plain(search).split(/\s+/).filter(Boolean);
  const found = entries
    .map((entry) => ({ entry, score: words.length === 0 ? 0 : rank(entry, words) }))
    .filter((one): one is { entry: PaletteEntry; score: number } => one.score !== null)
    .toSorted((one, other) => one.score - other.score);
  return GROUPS.flatMap((group) =>
    found
      .filter(({ entry }) => entry.group === group)
      .slice(0, words.length === 0 ? (MOST_AT_FIRST[group] ?? MOST_OF_GROUP) : MOST_OF_GROUP)
      .map(({ entry }) => entry),
  );
};
