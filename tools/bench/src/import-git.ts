import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '@codemetrics/client';
import { PASSWORD, startServer } from './start-server.ts';

const CLI = fileURLToPath(new URL('../../../apps/cli/src/main.ts', import.meta.url));
/** Tells at the end of a process how much memory it held at most. */
const WATCH =
  'data:text/javascript,process.on("exit",()=>console.log("peak",process.resourceUsage().maxRSS/1024))';

/** Writes a history as `git fast-import` reads it: about two files a commit out of 600, and messages with a body. */
const writeHistory = async (directory: string, commits: number): Promise<void> => {
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', directory]);
  const git = spawn('git', ['-C', directory, 'fast-import', '--quiet', '--done'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ended = once(git, 'close');
  const block = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
  for (let at = 1; at <= commits; at++) {
    const who = `Author ${at % 300} <author-${at % 300}@example.com> ${1_262_304_000 + at * 9000} +0000`;
    const message = `feat: change ${at}\n\n${'Why it was done, and how.\n'.repeat(at % 6)}`;
    let text = `commit refs/heads/main\nmark :${at}\nauthor ${who}\ncommitter ${who}\n${block(message)}`;
    if (at > 1) text += `from :${at - 1}\n`;
    for (let file = 0; file <= (at * 7) % 4; file += 1 + (at % 2)) {
      const lines = Array.from({ length: 20 }, (_, line) => `line ${line} ${(at >> line) % 7}`).join('\n');
      text += `M 100644 inline src/module-${file}/file-${(at * 31 + file * 13) % 600}.ts\n${block(`${lines}\n${at}`)}`;
    }
    if (!git.stdin.write(text)) await once(git.stdin, 'drain');
  }
  git.stdin.end('done\n');
  await ended;
};

/** Imports a made-up history into a fresh workload, as a person does: with the command, over HTTP. */
const measureImport = async (history: string, url: string, token: string, workload: string) => {
  const begun = performance.now();
  const target = ['--url', url, '--workload', workload, '--repository', 'acme/history', '--all'];
  const child = spawn(process.execPath, ['--import', WATCH, CLI, 'import', 'git', history, ...target], {
    env: { ...process.env, CODEMETRICS_TOKEN: token, XDG_STATE_HOME: join(history, 'state') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`the import ended with ${code}:\n${output}`);
  return { seconds: (performance.now() - begun) / 1000, peakMb: Number(/peak (\S+)/.exec(output)?.[1]) };
};

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;

/** Measures `codemetrics import git`, the start of the command included: the median of the rounds. */
export const importGit = async (options: {
  readonly commits: number;
  readonly rounds: number;
}): Promise<void> => {
  const directory = await mkdtemp(join(tmpdir(), 'codemetrics-bench-'));
  try {
    const history = join(directory, 'history.git');
    await writeHistory(history, options.commits);
    const { url, stop } = await startServer(join(directory, 'data'));
    try {
      const { sessionToken } = await createClient({ url }).session.create({
        username: 'admin',
        password: PASSWORD,
      });
      const admin = createClient({ url, token: sessionToken });
      const { accessToken } = await admin.tokens.create({
        subject: 'bench',
        scopes: ['data:read', 'data:write'],
      });
      const rounds: { seconds: number; peakMb: number }[] = [];
      for (let round = 1; round <= options.rounds; round++) {
        const id = `round-${round}`;
        const repositoryGroups = [{ name: 'git', repositories: [{ name: 'acme/history' }] }];
        await admin.workloads.create({ id, name: id, repositoryGroups });
        rounds.push(await measureImport(history, url, accessToken, id));
        const { seconds, peakMb } = rounds.at(-1)!;
        console.log(
          `round ${round}: ${Math.round(options.commits / seconds)} commits/s, ${Math.round(peakMb)} MB`,
        );
      }
      const seconds = median(rounds.map((round) => round.seconds));
      const peakMb = Math.max(...rounds.map((round) => round.peakMb));
      console.log(
        `import git, ${options.commits} commits: ${Math.round(options.commits / seconds)} commits/s (median of ${rounds.length}), client at most ${Math.round(peakMb)} MB`,
      );
    } finally {
      await stop();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
};
