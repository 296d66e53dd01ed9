import { useQuery } from '@tanstack/react-query';
import type { InputOf } from '@codemetrics/client';
import { client } from '../../api/client.ts';
import { useChange } from '../shared/use-change.ts';

const KEY = ['ci-identities'] as const;

export const useCiIdentities = () =>
  useQuery({ queryKey: KEY, queryFn: ({ signal }) => client.ciIdentities.list({}, { signal }) });

export const useCreateCiIdentity = () =>
  useChange((input: InputOf<'ciIdentities', 'create'>) => client.ciIdentities.create(input), [KEY]);

export const useDeleteCiIdentity = () =>
  useChange(
    (input: InputOf<'ciIdentities', 'delete'>) => client.ciIdentities.delete(input),
    [KEY, ['tokens']],
  );
