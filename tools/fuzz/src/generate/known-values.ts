import fc from 'fast-check';

/** Values that mean something to the server under test, by the name of the field or parameter that takes them. */
export type KnownValues = ReadonlyMap<string, readonly unknown[]>;

/** A value that is known by this name, if any is. It is read when a call is made, so that the list may change. */
export const knownArbitrary = (known: KnownValues, name: string): fc.Arbitrary<unknown> | undefined => {
  const values = known.get(name);
  if (values === undefined || values.length === 0) return undefined;
  return fc.nat(values.length - 1).map((index) => values[index]);
};
