import { expect, test } from 'vitest';
import { judgeChange } from './judge-change.ts';

test('whether a change is good depends on the metric’s direction', () => {
  expect(judgeChange({ change: 2 }, 'up')).toEqual({ trend: 'up', verdict: 'better' });
  expect(judgeChange({ change: 2 }, 'down')).toEqual({ trend: 'up', verdict: 'worse' });
  expect(judgeChange({ change: -2 }, 'down')).toEqual({ trend: 'down', verdict: 'better' });
  expect(judgeChange({ change: -2 }, 'none')).toEqual({ trend: 'down', verdict: null });
  expect(judgeChange({ change: 0 }, 'up')).toEqual({ trend: 'same', verdict: null });
  expect(judgeChange({ change: null }, 'up')).toBeNull();
});
