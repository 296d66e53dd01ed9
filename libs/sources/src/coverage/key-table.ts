import { randomInt } from 'node:crypto';

const WORDS = 6;
const SHARDS = 1024;
const FIRST_SLOTS = 16;

/**
 * A hash table from four 32-bit numbers (the first never 0) to two, in typed arrays: 24 bytes an entry.
 *
 * A `Map` of millions of entries holds the event loop for seconds whenever it grows. Here each of many small
 * shards grows alone, and the random seed keeps a crafted report from filling one of them.
 */
export class KeyTable {
  /** The shard that holds the entry found last. */
  words = new Uint32Array(0);
  readonly #shards: Uint32Array<ArrayBuffer>[] = [];
  readonly #used = new Uint32Array(SHARDS);
  readonly #seed = randomInt(2 ** 32 - 1);
  #at = -1;

  /** Finds or adds an entry. Its two values stand in `words`, as it is after the call, at the returned place and the next. */
  find(a: number, b: number, c: number, d: number): number {
    const last = this.words;
    const at = this.#at;
    if (at >= 0 && last[at] === a && last[at + 1] === b && last[at + 2] === c && last[at + 3] === d) {
      return at + 4;
    }
    // Neighbours share a shard, which is then at hand in the processor's cache; at most 1024 keys can be neighbours.
    const shard = this.#hash(a, b >>> 4, c >>> 3, d >>> 3) & (SHARDS - 1);
    const hash = this.#hash(a, b, c, d);
    let words = this.#shards[shard] ?? (this.#shards[shard] = new Uint32Array(FIRST_SLOTS * WORDS));
    let place = probe(words, hash, a, b, c, d);
    if (words[place] === 0) {
      const used = (this.#used[shard] ?? 0) + 1;
      this.#used[shard] = used;
      if (used * WORDS * 4 > words.length * 3) {
        words = this.#grow(words);
        this.#shards[shard] = words;
        place = probe(words, hash, a, b, c, d);
      }
      words[place] = a;
      words[place + 1] = b;
      words[place + 2] = c;
      words[place + 3] = d;
    }
    this.words = words;
    this.#at = place;
    return place + 4;
  }

  #grow(words: Uint32Array): Uint32Array<ArrayBuffer> {
    const larger = new Uint32Array(words.length * 2);
    for (let from = 0; from < words.length; from += WORDS) {
      const a = words[from] ?? 0;
      if (a === 0) continue;
      const [b = 0, c = 0, d = 0] = [words[from + 1], words[from + 2], words[from + 3]];
      const to = probe(larger, this.#hash(a, b, c, d), a, b, c, d);
      for (let word = 0; word < WORDS; word++) larger[to + word] = words[from + word] ?? 0;
    }
    return larger;
  }

  #hash(a: number, b: number, c: number, d: number): number {
    let hash = Math.imul(a ^ this.#seed, 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0xc2b2ae35);
    hash = Math.imul(hash ^ (hash >>> 16) ^ d, 0x27d4eb2f);
    return (hash ^ (hash >>> 15)) >>> 0;
  }
}

/** The place of the entry, or of the free slot where it belongs. */
const probe = (words: Uint32Array, hash: number, a: number, b: number, c: number, d: number): number => {
  const mask = words.length / WORDS - 1;
  let slot = hash & mask;
  for (;;) {
    const at = slot * WORDS;
    if (words[at] === 0) return at;
    if (words[at] === a && words[at + 1] === b && words[at + 2] === c && words[at + 3] === d) return at;
    slot = (slot + 1) & mask;
  }
};
