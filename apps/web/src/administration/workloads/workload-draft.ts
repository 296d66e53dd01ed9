import type { Workload, WorkloadInput } from '@codemetrics/contracts';
import type { Pair } from '../shared/pairs-field.tsx';

type Day = NonNullable<WorkloadInput['workingHours']>['days'][number];

export const DAYS: readonly Day[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

export interface DraftRepository {
  readonly name: string;
  readonly url: string;
  readonly defaultBranch: string;
}

export interface DraftGroup {
  readonly name: string;
  readonly repositories: readonly DraftRepository[];
}

export interface DraftHours {
  readonly timezone: string;
  readonly days: readonly string[];
  readonly start: string;
  readonly end: string;
}

/** A workload while its form is filled in: all of it text. */
export interface WorkloadDraft {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly tags: readonly Pair[];
  readonly groups: readonly DraftGroup[];
  readonly services: readonly string[];
  readonly hours: DraftHours | null;
  readonly rates: readonly Pair[];
}

export const EMPTY_REPOSITORY: DraftRepository = { name: '', url: '', defaultBranch: '' };

/** What a form begins with. */
export const toDraft = (workload: Workload | undefined): WorkloadDraft => ({
  id: workload?.id ?? '',
  name: workload?.name ?? '',
  description: workload?.description ?? '',
  tags: Object.entries(workload?.tags ?? {}),
  groups: workload?.repositoryGroups.map(({ name, repositories }) => ({
    name,
    repositories: repositories.map((one) => ({
      name: one.name,
      url: one.url ?? '',
      defaultBranch: one.defaultBranch ?? '',
    })),
  })) ?? [{ name: 'all', repositories: [EMPTY_REPOSITORY] }],
  services: workload?.services ?? [],
  hours: workload?.workingHours ?? null,
  rates: Object.entries(workload?.runnerRates ?? {}).map(([kind, rate]) => [kind, String(rate)]),
});

const filled = (pairs: readonly Pair[]): Pair[] =>
  pairs.flatMap(([key, value]) =>
    key.trim() === '' && value.trim() === '' ? [] : [[key.trim(), value.trim()]],
  );

/** What is sent: rows that were left empty are left out. */
export const fromDraft = (draft: WorkloadDraft): WorkloadInput => ({
  id: draft.id.trim(),
  name: draft.name.trim(),
  description: draft.description.trim(),
  tags: Object.fromEntries(filled(draft.tags)),
  repositoryGroups: draft.groups.flatMap(({ name, repositories }) => {
    const listed = repositories
      .filter((one) => one.name.trim() !== '')
      .map((one) => ({
        name: one.name.trim(),
        ...(one.url.trim() === '' ? {} : { url: one.url.trim() }),
        ...(one.defaultBranch.trim() === '' ? {} : { defaultBranch: one.defaultBranch.trim() }),
      }));
    return name.trim() === '' && listed.length === 0 ? [] : [{ name: name.trim(), repositories: listed }];
  }),
  services: draft.services.map((one) => one.trim()).filter((one) => one !== ''),
  workingHours: draft.hours && {
    ...draft.hours,
    days: DAYS.filter((day) => draft.hours?.days.includes(day)),
  },
  runnerRates: Object.fromEntries(filled(draft.rates).map(([kind, rate]) => [kind, Number(rate)])),
});

const ID = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** What a form itself can tell to be wrong, by field. */
export const complaintsOf = (draft: WorkloadDraft): Readonly<Record<string, string | undefined>> => ({
  id: ID.test(draft.id.trim()) ? undefined : 'Lower-case letters, digits and dashes',
  name: draft.name.trim() === '' ? 'Give it a name' : undefined,
  tags: filled(draft.tags).some(([key, value]) => key === '' || value === '')
    ? 'Give each tag a name and a value, or remove it'
    : undefined,
  repositoryGroups: draft.groups.some(
    ({ name, repositories }) => name.trim() === '' && repositories.some((one) => one.name.trim() !== ''),
  )
    ? 'Give each group a name'
    : undefined,
  workingHours: draft.hours?.days.length === 0 ? 'Choose at least one day' : undefined,
  runnerRates: filled(draft.rates).some(
    ([kind, rate]) => kind === '' || rate === '' || !(Number(rate) >= 0 && Number.isFinite(Number(rate))),
  )
    ? 'Give each kind of runner a cost, such as 0.008'
    : undefined,
});
