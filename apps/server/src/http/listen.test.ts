import { connect, createServer } from 'node:net';
import { fastify } from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { listen } from './listen.ts';

const HOST = '127.0.0.1';

const started = async (port = 0) => {
  const app = fastify();
  app.get('/', () => 'here');
  const listening = await listen(app, { host: HOST, port });
  onTestFinished(() => listening.close());
  const address = app.server.address();
  return { app, listening, port: typeof address === 'object' && address ? address.port : 0 };
};

test('a crowd of new connections is answered, each by the same application', async () => {
  const { port } = await started();
  const answers = await Promise.all(
    Array.from({ length: 200 }, async () => {
      const response = await fetch(`http://${HOST}:${port}/`, { headers: { connection: 'close' } });
      return response.text();
    }),
  );
  expect(answers).toEqual(Array.from({ length: 200 }, () => 'here'));
});

test('a second server on the port is refused, though the first one shares the port with itself', async () => {
  const { port } = await started();
  await expect(started(port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('a port that another program listens on is refused', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, HOST, resolve));
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(started(port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('once closed, no socket of the port takes a connection', async () => {
  const { port, listening } = await started();
  await listening.close();
  for (let attempt = 0; attempt < 40; attempt++) {
    const outcome = await new Promise<string>((resolve) => {
      const socket = connect(port, HOST, () => (socket.destroy(), resolve('taken')));
      socket.on('error', () => resolve('refused'));
    });
    expect(outcome).toBe('refused');
  }
});

test('the close waits for an answer under way', async () => {
  const app = fastify();
  let answer = (_text: string): void => undefined;
  let isAsked = (): void => undefined;
  const asked = new Promise<void>((resolve) => (isAsked = resolve));
  app.get('/slow', () => {
    isAsked();
    return new Promise<string>((resolve) => (answer = resolve));
  });
  const listening = await listen(app, { host: HOST, port: 0 });
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const slow = fetch(`http://${HOST}:${port}/slow`).then((response) => response.text());
  await asked;
  const closing = listening.close();
  setTimeout(() => answer('at last'), 50);
  expect(await slow).toBe('at last');
  await closing;
});
