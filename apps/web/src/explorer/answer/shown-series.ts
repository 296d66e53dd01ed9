import type { ExplorerState } from '../state/explorer-state.ts';

/** Which series are drawn, as the address has it. */
export type Choice = Pick<ExplorerState, 'hide' | 'only'>;

/** The names that are not drawn, of these. */
export const hiddenOf = ({ hide, only }: Choice, names: readonly string[]): ReadonlySet<string> => {
  const kept = names.filter((name) => only.includes(name));
  return new Set(kept.length > 0 ? names.filter((name) => !kept.includes(name)) : hide);
};

/** What stands in the address for it: the hidden names or the shown ones, whichever are fewer. */
const choiceOf = (hidden: ReadonlySet<string>, names: readonly string[]): Choice => {
  const hide = names.filter((name) => hidden.has(name));
  const only = names.filter((name) => !hidden.has(name));
  return only.length > 0 && only.length < hide.length ? { hide: [], only } : { hide, only: [] };
};

/** Takes a series out, or in again. */
export const toggled = (choice: Choice, name: string, names: readonly string[]): Choice => {
  const hidden = new Set(hiddenOf(choice, names));
  if (!hidden.delete(name)) hidden.add(name);
  return choiceOf(hidden, names);
};

/** Shows one alone, or, where it is alone already, all again. */
export const alone = (choice: Choice, name: string, names: readonly string[]): Choice => {
  const hidden = hiddenOf(choice, names);
  const others = names.filter((one) => one !== name);
  const isAlone = !hidden.has(name) && others.every((one) => hidden.has(one));
  return choiceOf(new Set(isAlone ? [] : others), names);
};
