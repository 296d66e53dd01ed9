import { expect, test } from 'vitest';
import { Secrets } from './secrets.ts';

const part = (letter: string, length: number): string => letter.repeat(length);
const TOKEN = `eyJ${part('h', 20)}.eyJ${part('p', 40)}.${part('s', 43)}`;

test('finds a password, a key, a whole token and the signature alone, each by its kind', () => {
  const secrets = new Secrets();
  const password = secrets.password();
  secrets.keep('token secret', 'a-key-of-the-ring');
  secrets.token(TOKEN);
  expect(secrets.find(`{"password":"${password}"}`)).toEqual(['password']);
  expect(secrets.find(`https://x/${secrets.word()}`)).toEqual(['password']);
  expect(secrets.find('ring=a-key-of-the-ring')).toEqual(['token secret']);
  expect(secrets.find(`authorization: Bearer ${TOKEN}`)).toEqual(['JWT', 'signature of a token']);
  expect(secrets.find(`half: ${part('s', 43)}"`)).toEqual(['signature of a token']);
});

test('a token of somebody else is a leak too', () => {
  expect(new Secrets().find(`x ${TOKEN} y`)).toEqual(['JWT']);
});

test('finds nothing where nothing is', () => {
  const secrets = new Secrets();
  secrets.password();
  secrets.token(TOKEN);
  expect(
    secrets.find(`{"tokenId":"0190-11","hash":"${part('a', 64)}","text":"eyJ is how they begin"}`),
  ).toEqual([]);
});
