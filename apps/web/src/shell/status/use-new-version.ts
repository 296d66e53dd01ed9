import { useEffect, useState } from 'react';
import { isUpdated } from './build.ts';

const BETWEEN_MS = 10 * 60_000;

/** Whether the server was updated since this page was loaded; looked at when the person comes back to it. */
export const useNewVersion = (): boolean => {
  const [isNew, setNew] = useState(false);
  useEffect(() => {
    let last = Date.now();
    const onChange = async (): Promise<void> => {
      if (document.hidden || Date.now() - last < BETWEEN_MS) return;
      last = Date.now();
      if (await isUpdated().catch(() => false)) setNew(true);
    };
    const listener = (): void => void onChange();
    const timer = setInterval(listener, BETWEEN_MS);
    document.addEventListener('visibilitychange', listener);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', listener);
    };
  }, []);
  return isNew;
};
