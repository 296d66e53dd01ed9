import type { LookupAddress } from 'node:dns';
import { expect, test } from 'vitest';
import { forbidden, permits } from './check-target.ts';
import type { Lookup } from './guarded-lookup.ts';
import { guardedLookup } from './guarded-lookup.ts';
import { createAddressJudge } from './judge-address.ts';

/** What a socket is told when it looks a name up, for https and no allowed networks. */
const asSocket = (lookup: Lookup) => {
  const judge = createAddressJudge([]);
  const guarded = guardedLookup(
    lookup,
    (address) => permits('https:', judge(address)),
    () => forbidden('https:'),
  );
  return (all: boolean) =>
    new Promise<string | LookupAddress[]>((resolve, reject) =>
      guarded('rebinding.example', { all }, (error, found) => (error ? reject(error) : resolve(found))),
    );
};

test('a name that is public first and private later gives its public address only', async () => {
  const answers = ['1.1.1.1', '127.0.0.1', '1.1.1.1', '10.0.0.1'];
  const look = asSocket(() => Promise.resolve([{ address: answers.shift()!, family: 4 }]));
  expect(await look(false)).toBe('1.1.1.1');
  await expect(look(false)).rejects.toMatchObject({ code: 'address-forbidden' });
  expect(await look(true)).toEqual([{ address: '1.1.1.1', family: 4 }]);
  await expect(look(true)).rejects.toMatchObject({ code: 'address-forbidden' });
});

test('a name that is public and private at once gives its public addresses only', async () => {
  const found = [
    { address: '169.254.169.254', family: 4 },
    { address: '2606:4700::1', family: 6 },
    { address: '::1', family: 6 },
    { address: '1.1.1.1', family: 4 },
  ];
  const look = asSocket(() => Promise.resolve(found));
  expect(await look(true)).toEqual([found[1], found[3]]);
  expect(await look(false)).toBe('2606:4700::1');
});
