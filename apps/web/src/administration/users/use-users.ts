import { useQuery } from '@tanstack/react-query';
import type { InputOf } from '@codemetrics/client';
import { paginate } from '@codemetrics/client';
import type { User } from '@codemetrics/contracts';
import { client } from '../../api/client.ts';
import { listAll } from '../shared/list-all.ts';
import { useChange } from '../shared/use-change.ts';

const KEY = ['users'] as const;

/** All users by name. */
export const useUsers = () =>
  useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }): Promise<readonly User[]> =>
      listAll(paginate(client.users.list, { limit: 500 }, { signal })),
  });

export const useCreateUser = () =>
  useChange((input: InputOf<'users', 'create'>) => client.users.create(input), [KEY]);

export const useUpdateUser = () =>
  useChange((input: InputOf<'users', 'update'>) => client.users.update(input), [KEY, ['tokens']]);

export const useDeleteUser = () =>
  useChange((input: InputOf<'users', 'delete'>) => client.users.delete(input), [KEY, ['tokens']]);
