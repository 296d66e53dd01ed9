import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { afterEach, expect } from 'vitest';
import type { OutboundOptions } from './create-outbound.ts';
import { createOutbound } from './create-outbound.ts';
import { OutboundError } from './outbound-error.ts';

export const LOOPBACK = ['127.0.0.1/32'];
const servers: Server[] = [];

/** The port of a server, which is stopped after its test. */
export const listen = async (server: Server): Promise<number> => {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

/** The port of a server, and what it was asked. */
export const serve = async (listener: RequestListener) => {
  const asked: string[] = [];
  const port = await listen(
    createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      listener(request, response);
    }),
  );
  return { port, asked };
};

/** Stops every server. */
export const stopServers = (): void => {
  for (const server of servers.splice(0)) {
    server.close();
    if ('closeAllConnections' in server) (server as { closeAllConnections(): void }).closeAllConnections();
  }
};
afterEach(stopServers);

export const outbound = (options: Partial<OutboundOptions> = {}) =>
  createOutbound({ allowed: LOOPBACK, ...options });

export const refusal = async (work: Promise<unknown>): Promise<OutboundError> => {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(OutboundError);
  return error as OutboundError;
};
