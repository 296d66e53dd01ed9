/** Several words as one text of the address, with commas between; a comma or backslash of a word stands behind a backslash. */
export const joinList = (words: readonly string[], separator = ','): string =>
  words.map((word) => word.replaceAll('\\', '\\\\').replaceAll(separator, `\\${separator}`)).join(separator);

/** The words of such a text; empty ones are left out. */
export const splitList = (text: string | undefined, separator = ','): string[] => {
  const words = [''];
  let isEscaped = false;
  for (const letter of text ?? '') {
    if (!isEscaped && letter === '\\') isEscaped = true;
    else if (!isEscaped && letter === separator) words.push('');
    else {
      // A backslash before any other letter is one of the word itself: somebody typed the address.
      const kept = isEscaped && letter !== '\\' && letter !== separator ? `\\${letter}` : letter;
      words[words.length - 1] += kept;
      isEscaped = false;
    }
  }
  if (isEscaped) words[words.length - 1] += '\\';
  return words.filter((word) => word !== '');
};
