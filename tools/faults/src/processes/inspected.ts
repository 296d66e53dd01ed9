import { freePort } from './free-port.ts';

/** A way into a process of Node, through which its garbage can be collected at a known moment. */
export interface Inspection {
  /** Settings under which the process lets itself be inspected, on loopback. */
  readonly env: Readonly<Record<string, string>>;
  /** Collects what nobody needs any more, so that what is left is in use; gives the heap in use, in MB. */
  collect(): Promise<number>;
}

const ROUNDS = 3;

const inspectorOf = async (port: number): Promise<WebSocket> => {
  const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
  const [target] = (await answer.json()) as { webSocketDebuggerUrl: string }[];
  if (target === undefined) throw new Error('the process can’t be inspected');
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error('the inspector can’t be reached'));
  });
  return socket;
};

const ask = (socket: WebSocket, id: number, method: string): Promise<Record<string, unknown>> =>
  new Promise((resolve) => {
    const listen = ({ data }: MessageEvent): void => {
      const message = JSON.parse(String(data)) as { id?: number; result?: Record<string, unknown> };
      if (message.id !== id) return;
      socket.removeEventListener('message', listen);
      resolve(message.result ?? {});
    };
    socket.addEventListener('message', listen);
    socket.send(JSON.stringify({ id, method }));
  });

/** Chooses the port; the process is started by others. */
export const inspected = async (): Promise<Inspection> => {
  const port = await freePort();
  return {
    env: { NODE_OPTIONS: `--inspect=127.0.0.1:${port}` },
    collect: async () => {
      const socket = await inspectorOf(port);
      let id = 0;
      // More than once, since what a finaliser lets go is found by the next.
      for (let round = 0; round < ROUNDS; round++) await ask(socket, ++id, 'HeapProfiler.collectGarbage');
      const { usedSize } = await ask(socket, ++id, 'Runtime.getHeapUsage');
      socket.close();
      return Number(usedSize) / 2 ** 20;
    },
  };
};
