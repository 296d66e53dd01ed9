import { useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { SourceId } from '@codemetrics/contracts';
import { client } from '../../api/client.ts';
import { DELIVERIES_KEY, SOURCES_KEY } from './use-sources.ts';

const PAGE = 100;
const NOTHING = { done: 0, failed: 0, created: 0, updated: 0 };

/** Maps all unmatched deliveries of a source anew, page by page, and tells how far it is. */
export const useReplay = (source: SourceId) => {
  const [state, setState] = useState<'idle' | 'running' | 'done' | 'stopped'>('idle');
  const [progress, setProgress] = useState(NOTHING);
  const [error, setError] = useState<Error | null>(null);
  const stopping = useRef(false);
  const queries = useQueryClient();
  const run = async (): Promise<void> => {
    stopping.current = false;
    setError(null);
    setProgress(NOTHING);
    setState('running');
    try {
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof client.sources.replay>> = await client.sources.replay({
          source,
          outcome: 'unmatched',
          limit: PAGE,
          ...(after === null ? {} : { after }),
        });
        setProgress((old) => ({
          done: old.done + page.replayed + page.failed,
          failed: old.failed + page.failed,
          created: old.created + page.created,
          updated: old.updated + page.updated,
        }));
        after = page.nextAfter;
      } while (after !== null && !stopping.current);
      setState(after === null ? 'done' : 'stopped');
    } catch (failure) {
      setError(failure as Error);
      setState('stopped');
    }
    for (const queryKey of [SOURCES_KEY, DELIVERIES_KEY]) void queries.invalidateQueries({ queryKey });
  };
  return { state, progress, error, run: () => void run(), stop: () => void (stopping.current = true) };
};
