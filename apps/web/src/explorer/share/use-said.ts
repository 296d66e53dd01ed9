import { useEffect, useState } from 'react';

/** What came of the last press, in words. */
interface Said {
  readonly text: string;
  readonly isFailure: boolean;
}

const SHOWN_MS = 6000;

/** A short word about what was done; it goes by itself, a failure stays. */
export const useSaid = () => {
  const [said, setSaid] = useState<Said | null>(null);
  useEffect(() => {
    if (!said || said.isFailure) return undefined;
    const timer = setTimeout(() => setSaid(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return {
    said,
    say: (text: string): void => setSaid({ text, isFailure: false }),
    complain: (what: string, error: unknown): void =>
      setSaid({ text: `${what}. ${error instanceof Error ? error.message : ''}`.trim(), isFailure: true }),
  };
};
