import type { Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { exchange } from './exchange.ts';
import { exchangeFaults } from './exchange-faults.ts';
import { RAW_SHAPES } from './raw-arbitrary.ts';
import { odd, refused } from './raw-shape.ts';

let server: Server | undefined;
afterEach(() => new Promise((resolve) => server?.close(resolve)));

const plant = async (answer: (socket: Socket) => void): Promise<string> => {
  server = createServer({ allowHalfOpen: true }, (socket) => {
    socket
      .on('error', () => undefined)
      .resume()
      .on('end', () => answer(socket));
  });
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
const answer = (status: number): string => `HTTP/1.1 ${status} X\r\nContent-Length: 2\r\n\r\n{}`;
const kindsOf = async (shape: typeof odd, respond: (socket: Socket) => void): Promise<string[]> => {
  const one = shape('x', 'GET / HTTP/1.1\r\n\r\n');
  return exchangeFaults(one, await exchange(await plant(respond), one.bytes)).map(({ kind }) => kind);
};

test('one answer, or a close, is right', async () => {
  expect(await kindsOf(odd, (socket) => socket.end(answer(200)))).toEqual([]);
  expect(await kindsOf(odd, (socket) => socket.end(`HTTP/1.1 100 Continue\r\n\r\n${answer(200)}`))).toEqual(
    [],
  );
  expect(await kindsOf(refused, (socket) => socket.end(answer(400)))).toEqual([]);
  expect(await kindsOf(refused, (socket) => socket.destroy())).toEqual([]);
});

test('two answers, a failure, and the acceptance of what has no one meaning are found', async () => {
  expect(await kindsOf(odd, (socket) => socket.end(answer(401) + answer(400)))).toEqual([
    'more than one answer',
  ]);
  expect(await kindsOf(odd, (socket) => socket.end(answer(500)))).toEqual(['status 500 for raw bytes']);
  expect(await kindsOf(refused, (socket) => socket.end(answer(200)))).toEqual([
    'accepted what has no one meaning',
  ]);
});

test('a server that neither answers nor closes is found', async () => {
  let held: Socket | undefined;
  expect(await kindsOf(odd, (socket) => void (held = socket))).toEqual(['neither an answer nor a close']);
  held?.destroy();
});

test('the shapes of smuggling are among what is sent', () => {
  const sent = RAW_SHAPES.map(({ what }) => what);
  for (const what of ['CL.TE', 'TE.CL', 'two lengths', 'two hosts', 'a header that goes on in the next line'])
    expect(sent).toContain(what);
  expect(new Set(sent).size).toBe(sent.length);
});
