import { createServer } from 'node:net';
import { UsageError } from '../options.ts';

/** The port can't be had; the message says what to do. */
export class PortError extends Error {
  override readonly name = 'PortError';
}

/** The port that PORT names, 3000 without it, a free one for 0; made sure of before anything is started. */
export const choosePort = (setting: string | undefined, host: string): Promise<number> => {
  const text = setting?.trim() || '3000';
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new UsageError(`PORT must be a number from 0 to 65535, not “${text}”.`);
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const advice = 'or choose another one: PORT=3001 npm run demo';
      if (error.code === 'EADDRINUSE')
        reject(new PortError(`Port ${text} is taken. Stop what listens there, ${advice}`));
      else if (error.code === 'EACCES')
        reject(new PortError(`Port ${text} needs more rights than you have. Use it with them, ${advice}`));
      else reject(new PortError(`The server can’t listen at ${host}:${text}: ${error.message}`));
    });
    probe.listen(Number(text), host, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
};
