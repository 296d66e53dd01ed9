import { useEffect, useRef, useState } from 'react';

/**
 * Puts the focus into the first wrong field of a form: when `look` is called at a try that the form itself may refuse,
 * and when the server's `error` arrives.
 */
export const useFocusInvalid = (error: unknown) => {
  const form = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries, error]);
  return { form, look: () => setTries((count) => count + 1) };
};
