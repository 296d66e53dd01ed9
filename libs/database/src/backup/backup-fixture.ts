// Restores up to a point, and waits there to be killed: `node backup-fixture.ts <url> <file> <point>`. Used by the tests only.
import { writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { checkBackup, restoreDatabase } from './index.ts';

const [, , url = '', path = '', point = ''] = process.argv;
await using file = await open(path);
const backup = await checkBackup(file);
await restoreDatabase({
  ...{ url, file, backup, replace: true, keepTokens: false },
  onProgress: ({ phase, table, bytes }) => {
    if (!`${phase} ${table} ${bytes}`.startsWith(point)) return;
    writeSync(1, 'here\n');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
});
