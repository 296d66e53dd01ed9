import { expect, test, vi } from 'vitest';
import { Keeper } from './keeper.ts';

const things = () => {
  const said: string[] = [];
  const thing = (name: string, fails = false) => ({
    end: () => {
      said.push(`${name} ends`);
      return fails ? Promise.reject(new Error('it hangs')) : Promise.resolve();
    },
    endAtOnce: () => void said.push(`${name} ends at once`),
  });
  return { said, thing };
};

test('ends in reverse order, once', async () => {
  const { said, thing } = things();
  const keeper = new Keeper();
  keeper.keep(thing('database'));
  keeper.keep(thing('server'));
  await Promise.all([keeper.end(), keeper.end()]);
  expect(said).toEqual(['server ends', 'database ends']);
});

test('what can’t be ended in order is ended at once, and the rest all the same', async () => {
  const { said, thing } = things();
  const keeper = new Keeper();
  keeper.keep(thing('database'));
  keeper.keep(thing('server', true));
  const silent = vi.spyOn(console, 'error').mockReturnValue();
  await keeper.end();
  silent.mockRestore();
  expect(said).toEqual(['server ends', 'server ends at once', 'database ends']);
});

test('what comes after the end is ended at once, and again when the process ends', async () => {
  const { said, thing } = things();
  const keeper = new Keeper();
  await keeper.end();
  keeper.keep(thing('late'));
  keeper.endAtOnce();
  expect(said).toEqual(['late ends at once', 'late ends at once']);
});
