import { get } from 'node:http';

/** Whether a server says that it is ready; asked on a connection of its own. */
export const isReady = (url: string, limitMs: number): Promise<boolean> =>
  new Promise((resolve) => {
    const asked = get(`${url}/api/health/ready`, { agent: false, timeout: limitMs }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    asked.on('timeout', () => asked.destroy(new Error('late')));
    asked.on('error', () => resolve(false));
  });
