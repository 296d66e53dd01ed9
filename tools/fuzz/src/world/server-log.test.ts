import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { readLog } from './server-log.ts';

test('secrets are found wherever a line is cut, and quiet lines are passed over', async () => {
  const output = new PassThrough();
  const log = readLog(output);
  log.watchFor(['alpha', 'beta']);
  output.write('{"level":"info","a":"be');
  output.write('ta"}\n{"level":"error","b":1}\nplain');
  output.end();
  await new Promise((resolve) => output.on('end', () => setImmediate(resolve)));
  expect([...log.leaked]).toEqual([1]);
  expect(log.notable).toEqual(['{"level":"error","b":1}', 'plain']);
});
