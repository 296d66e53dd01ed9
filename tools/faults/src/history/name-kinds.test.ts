import { expect, test } from 'vitest';
import { aCall } from './a-call.ts';
import { nameKinds } from './name-kinds.ts';

test('counts by kind and outcome', () => {
  const reset = aCall({ what: 'send', status: 0, error: 'ECONNRESET' });
  expect(nameKinds([aCall({ status: 503 }), reset, aCall({ status: 503 })])).toBe(
    '2 × read 503, 1 × send ECONNRESET',
  );
  expect(nameKinds([])).toBe('none');
});
