import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { vi } from 'vitest';

/** A request as it arrived. */
export interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An endpoint of somebody else's, on loopback. */
export interface WebhookReceiver {
  readonly url: string;
  readonly received: Received[];
  /** The status of the next answers, by path; `hang` never answers. Default 204. */
  answer(path: string, status: number | 'hang'): void;
  close(): Promise<void>;
}

export const startReceiver = async (): Promise<WebhookReceiver> => {
  const received: Received[] = [];
  const answers = new Map<string, number | 'hang'>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      received.push({ path, headers, body: Buffer.concat(chunks).toString('utf8') });
      const status = answers.get(path) ?? 204;
      if (status !== 'hang') response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer: (path, status) => void answers.set(path, status),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** The event in a request, once its signature has been verified the way a receiver would at that time. */
export const verified = (secret: string, { headers, body }: Received, now: Date) => {
  const clock = vi.spyOn(Date, 'now').mockReturnValue(now.getTime());
  try {
    return new Webhook(secret).verify(body, { ...headers }) as {
      type: string;
      timestamp: string;
      data: Record<string, unknown>;
    };
  } finally {
    clock.mockRestore();
  }
};
