import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { watchLoop } from './loop-holds.ts';

const SAMPLER = new URL('loop-sampler.ts', import.meta.url).href;
const WORK = `
  setTimeout(() => { const until = performance.now() + 300; while (performance.now() < until); }, 300);
  setTimeout(() => undefined, 10_000);
`;

test('a loop that is held is noticed from outside, and how long', async () => {
  const child = spawn(process.execPath, ['--import', SAMPLER, '-e', WORK], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const loop = watchLoop(child);
  try {
    let held = loop.take();
    for (let tries = 0; tries < 20 && !held.some((one) => one.heldMs > 200); tries++) {
      await loop.settle();
      held = loop.take();
    }
    const longest = Math.max(...held.map((one) => one.heldMs));
    expect(longest).toBeGreaterThan(250);
    expect(Math.max(...held.map((one) => one.ownMs))).toBeLessThanOrEqual(longest);
    expect(loop.worst().delayMs).toBeGreaterThan(250);
    expect(loop.worst().rssBytes).toBeGreaterThan(1_000_000);
    loop.forget();
    expect(loop.worst().delayMs).toBe(0);
  } finally {
    child.kill('SIGKILL');
  }
  await loop.settle();
});
