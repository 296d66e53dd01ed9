import { connect } from 'node:net';

/** What came back on one connection until it was closed. */
export interface Exchange {
  /** The statuses of its answers; 1xx are none. */
  readonly statuses: readonly number[];
  readonly text: string;
  /** The server neither answered nor closed in time. */
  readonly isHanging: boolean;
}

const PATIENCE_MS = 5000;
const STATUS_LINE = /HTTP\/1\.[01] ([2-5]\d\d) /g;

/** Sends bytes as they are, then nothing more, and reads until the server closes. */
export const exchange = (url: string, bytes: string): Promise<Exchange> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const chunks: Buffer[] = [];
    let isHanging = false;
    const socket = connect(Number(port), hostname, () => socket.end(Buffer.from(bytes, 'latin1')));
    const patience = setTimeout(() => {
      isHanging = true;
      socket.destroy();
    }, PATIENCE_MS);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    // A reset is a close like any other.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(patience);
      const text = Buffer.concat(chunks).toString('latin1');
      resolve({
        statuses: [...text.matchAll(STATUS_LINE)].map(([, status]) => Number(status)),
        text,
        isHanging,
      });
    });
  });
