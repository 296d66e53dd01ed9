import type { Metric } from '@codemetrics/contracts';
import { useAddress } from '../elements/use-address.ts';
import type { Sorting } from './sort-workloads.ts';
import { readSorting, writeSorting } from './sort-workloads.ts';
import { readTags, writeTags } from './tag-words.ts';

/** What a person has chosen to see on the overview, as the address has it, and ways to choose otherwise. */
export const useChoices = (metrics: readonly Metric[], tagKeys: readonly string[]) => {
  const { query, change } = useAddress();
  const group = query['group'];
  const page = Number(query['page']);
  // Whatever changes what is listed begins at the first page.
  const choose = (changes: Record<string, string | undefined>): void =>
    change({ page: undefined, ...changes });
  return {
    search: query['q'] ?? '',
    tags: readTags(query['tags']),
    group: group !== undefined && tagKeys.includes(group) ? group : null,
    sorting: readSorting(query['sort'], metrics),
    page: Number.isInteger(page) && page > 1 ? page : 1,
    chooseSearch: (text: string) => choose({ q: text.trim() === '' ? undefined : text }),
    chooseTags: (words: readonly string[]) => choose({ tags: writeTags(words) }),
    chooseGroup: (key: string | null) => choose({ group: key ?? undefined }),
    chooseSorting: (sorting: Sorting) => choose({ sort: writeSorting(sorting) }),
    choosePage: (chosen: number) =>
      change({ page: chosen === 1 ? undefined : String(chosen) }, { push: true }),
    clear: () => choose({ q: undefined, tags: undefined }),
  };
};

export type Choices = ReturnType<typeof useChoices>;
