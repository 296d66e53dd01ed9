// Owns a data directory until it is killed: `node embedded-fixture.ts <directory>`. Used by the tests only.
import { startEmbedded } from './index.ts';

const database = await startEmbedded({
  directory: process.argv[2] ?? '',
  log: (entry) => process.stderr.write(`${JSON.stringify(entry)}\n`),
});
const waiting = setInterval(() => undefined, 60_000);
process.on('SIGINT', () => void database.stop().then(() => clearInterval(waiting)));
process.stdout.write(`${JSON.stringify({ url: database.url, pid: database.pid })}\n`);
