const BYTES = 32;

/** A secret of 256 bits as letters, digits, dash and underscore, made by the browser’s own source of randomness. */
export const generateSecret = (bytes = BYTES): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
