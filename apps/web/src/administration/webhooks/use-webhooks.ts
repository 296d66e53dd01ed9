import { useQuery } from '@tanstack/react-query';
import type { InputOf } from '@codemetrics/client';
import { client } from '../../api/client.ts';
import { useChange } from '../shared/use-change.ts';

const KEY = ['notice-webhooks'] as const;

export const useWebhooks = () =>
  useQuery({ queryKey: KEY, queryFn: ({ signal }) => client.noticeWebhooks.list({}, { signal }) });

export const useCreateWebhook = () =>
  useChange((input: InputOf<'noticeWebhooks', 'create'>) => client.noticeWebhooks.create(input), [KEY]);

export const useDeleteWebhook = () =>
  useChange((input: InputOf<'noticeWebhooks', 'delete'>) => client.noticeWebhooks.delete(input), [KEY]);

export const useTestWebhook = () =>
  useChange((input: InputOf<'noticeWebhooks', 'test'>) => client.noticeWebhooks.test(input), [KEY]);
