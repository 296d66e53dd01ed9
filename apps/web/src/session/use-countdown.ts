import { useEffect, useState } from 'react';

/** The whole seconds left until a time (milliseconds since 1970), 0 once it has come. */
export const useCountdown = (until: number): number => {
  const left = (): number => Math.max(0, Math.ceil((until - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    setSeconds(left());
    const timer = setInterval(() => setSeconds(left()), 1000);
    return () => clearInterval(timer);
  }, [until]);
  return seconds;
};
