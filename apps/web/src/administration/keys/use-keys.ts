import { useQuery } from '@tanstack/react-query';
import type { InputOf } from '@codemetrics/client';
import { client } from '../../api/client.ts';
import { useChange } from '../shared/use-change.ts';

const KEY = ['signing-keys'] as const;

export const useKeys = () =>
  useQuery({ queryKey: KEY, queryFn: ({ signal }) => client.keys.list({}, { signal }) });

export const useRotateKey = () =>
  useChange((input: InputOf<'keys', 'rotate'>) => client.keys.rotate(input), [KEY]);

export const useEndKey = () =>
  useChange((input: InputOf<'keys', 'end'>) => client.keys.end(input), [KEY, ['tokens']]);
