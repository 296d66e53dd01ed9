import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const BUILD = fileURLToPath(new URL('../../../tools/checks/src/ensure-web.ts', import.meta.url));

const PAGE = fileURLToPath(new URL('../dist/index.html', import.meta.url));

/** Builds the app if it has changed, the way `npm start` does it. */
export const ensureBuilt = async (): Promise<void> => {
  await promisify(execFile)(process.execPath, [BUILD, '--strict']);
  if (!existsSync(PAGE)) throw new Error('the web app could not be built; `npm run build` says why');
};
