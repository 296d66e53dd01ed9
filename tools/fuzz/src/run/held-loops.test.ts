import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import type { Call } from '../generate/call.ts';
import { watchLoop } from '../world/loop-holds.ts';
import type { Examined } from './examiner.ts';
import { holdFinder } from './held-loops.ts';

const SAMPLER = new URL('../world/loop-sampler.ts', import.meta.url).href;
/** A server that is held by the work of one of its addresses, and tells its port on its output. */
const SERVER = `
  require('http').createServer((request, response) => {
    const begun = process.threadCpuUsage();
    const worked = () => Object.values(process.threadCpuUsage(begun)).reduce((sum, one) => sum + one) / 1000;
    while (request.url === '/slow' && worked() < 250);
    response.end();
  }).listen(0, '127.0.0.1', function () { console.log(this.address().port); });
`;

test('the call that holds the loop is told from those that were under way with it', async () => {
  const child = spawn(process.execPath, ['--import', SAMPLER, '-e', SERVER], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  try {
    const port = await new Promise<string>((resolve) =>
      child.stdout!.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())),
    );
    const loop = watchLoop(child);
    const examine = async (call: Call): Promise<Examined> => {
      const from = Date.now();
      await (await fetch(`http://127.0.0.1:${port}${call.target}`)).text();
      return { call, answer: undefined, faults: [], from, to: Date.now() };
    };
    const finder = holdFinder(loop, examine);
    await loop.settle();
    loop.forget();
    const calls = ['/', '/slow', '/'].map((target) => ({ target, operation: target, what: '' }) as Call);
    for (const one of await Promise.all(calls.map(examine))) finder.remember(one);
    await loop.settle();
    const found = await finder.find();
    expect(found.map(({ call }) => call.target)).toEqual(['/slow']);
    expect(found[0]!.heldMs).toBeGreaterThan(200);
    expect(await finder.heldBy(calls[0]!)).toBeLessThan(100);
    expect(finder.unexplained()).toEqual([]);
  } finally {
    child.kill('SIGKILL');
  }
});
