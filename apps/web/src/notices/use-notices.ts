import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client } from '../api/client.ts';

export const NOTICES_KEY = ['notices'] as const;
const READ_AGAIN_MS = 5 * 60_000;

/** The notices that want attention, the newest first; read again while the page stays open. */
export const useNotices = () =>
  useQuery({
    queryKey: NOTICES_KEY,
    queryFn: ({ signal }) => client.notices.list({}, { signal }),
    refetchInterval: READ_AGAIN_MS,
  });

export const useDismissNotice = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (noticeId: string) => client.notices.dismiss({ noticeId }),
    // Awaited, so that the notice has left the list when the button comes back to life.
    onSuccess: () => queries.invalidateQueries({ queryKey: NOTICES_KEY }),
  });
};
