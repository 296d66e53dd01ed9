const MOST = 63;

/** An id made of a name: `Shop & Checkout` becomes `shop-checkout`. Empty where the name has no letter for it. */
const idOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, MOST)
    .replace(/-+$/, '');

/** A word that means every workload in a query. */
const RESERVED = 'all';

/** The id to suggest for a name, with a number behind it where it is taken. */
export const suggestId = (name: string, taken: readonly string[]): string => {
  const first = idOf(name);
  if (first === '') return '';
  const isFree = (id: string): boolean => id !== RESERVED && !taken.includes(id);
  let id = first;
  for (let number = 2; !isFree(id); number++) {
    const end = `-${number}`;
    id = first.slice(0, MOST - end.length) + end;
  }
  return id;
};
