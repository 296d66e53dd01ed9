import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

test('the browser’s bundle is small and holds nothing of the server', async () => {
  const { metafile, outputFiles } = await build({
    entryPoints: [resolve(import.meta.dirname, 'index.ts')],
    absWorkingDir: resolve(import.meta.dirname, '../../..'),
    bundle: true,
    format: 'esm',
    platform: 'browser',
    minify: true,
    metafile: true,
    write: false,
  });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs).toContain('libs/client/src/create-client.ts');
  const strangers = inputs.filter(
    (path) => !path.startsWith('libs/client/src/') && !/^node_modules\/@trpc\/(client|server)\//.test(path),
  );
  expect(strangers).toEqual([]);
  expect(gzipSync(outputFiles[0]!.contents).length).toBeLessThan(20 * 1024);
});
