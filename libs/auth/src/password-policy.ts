/** Lengths count code points after NFC normalisation. */
export const MIN_PASSWORD_CHARACTERS = 12;
export const MAX_PASSWORD_CHARACTERS = 256;

const FEWEST_DISTINCT_CHARACTERS = 5;

// Words that make up the usual lists of leaked passwords, as far as they reach 12 characters when combined.
const COMMON_WORDS = (
  'password passwort passwd pass word letmein welcome qwerty qwertz azerty administrator admin changeme change ' +
  'iloveyou love monkey dragon football baseball sunshine princess master login secret trustno default testing ' +
  'test user root guest abc hello superman batman michael shadow access company spring summer autumn winter ' +
  'january monday temp codemetrics server system please super my me is the new your for let in to'
).split(' ');

const KEYBOARD_ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'qwertzuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb',
];

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  '!': 'i',
  $: 's',
};

/** A password in the form that is hashed (NFC), or null if it is longer than any allowed one could be. */
export function normalizePassword(password: string): string | null {
  // One composed character comes from at most 4, each of at most 2 units: past that, do not even normalise.
  if (password.length > MAX_PASSWORD_CHARACTERS * 8) return null;
  const normalized = password.normalize('NFC');
  return [...normalized].length > MAX_PASSWORD_CHARACTERS ? null : normalized;
}

/** What is left once every run of 4 or more neighbours on a keyboard row or in the alphabet is taken out. */
function withoutSequences(text: string): string {
  let rest = '';
  for (let at = 0; at < text.length;) {
    let length = 1;
    while (at + length < text.length && isRun(text.slice(at, at + length + 1))) length += 1;
    if (length < 4) rest += text.slice(at, at + length);
    at += length;
  }
  return rest;
}

function isRun(text: string): boolean {
  const reversed = [...text].reverse().join('');
  return KEYBOARD_ROWS.some((row) => row.includes(text) || row.includes(reversed));
}

/** Whether a text is common words and nothing else. Linear, where a regular expression could backtrack for ever. */
function isCommonWords(text: string): boolean {
  const reachable = new Set([0]);
  for (let at = 0; at < text.length; at += 1) {
    if (!reachable.has(at)) continue;
    for (const word of COMMON_WORDS) if (text.startsWith(word, at)) reachable.add(at + word.length);
  }
  return text !== '' && reachable.has(text.length);
}

function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  if (withoutSequences(lower).length < 4) return true;
  const trimmed = lower.replace(/^[^a-z@$]+|[^a-z@$]+$/g, '');
  const words = [...trimmed].map((character) => LEET[character] ?? character).join('');
  return [words, trimmed].some((text) => isCommonWords(text.replace(/[^a-z]/g, '')));
}

/**
 * Why a password may not be chosen, as sentences for the person who typed it; an empty list means it is good.
 * This is a check for the usual bad choices, not a measure of strength.
 */
export function checkPasswordPolicy(password: string, { username }: { username: string }): string[] {
  const normalized = normalizePassword(password);
  if (normalized === null) return [`Use at most ${MAX_PASSWORD_CHARACTERS} characters.`];
  const problems: string[] = [];
  const characters = [...normalized];
  if (characters.length < MIN_PASSWORD_CHARACTERS) {
    problems.push(`Use at least ${MIN_PASSWORD_CHARACTERS} characters.`);
  }
  const lower = normalized.toLowerCase();
  const name = username.normalize('NFC').toLowerCase();
  // One or two letters stand in almost any password, so such a name only counts as the whole of it.
  if (name !== '' && (lower === name || (name.length > 2 && lower.includes(name)))) {
    problems.push('Do not use your username in the password.');
  }
  if (characters.length > 0 && new Set(characters).size < FEWEST_DISTINCT_CHARACTERS) {
    problems.push(`Use at least ${FEWEST_DISTINCT_CHARACTERS} different characters.`);
  } else if (characters.length > 0 && isCommon(normalized)) {
    problems.push('This password is among the first that an attacker would try. Choose a less common one.');
  }
  return problems;
}
