import { beforeEach, describe, expect, test } from 'vitest';
import { createClient } from '@codemetrics/client';
import type { MadeRepository } from '../../test/git-kit.ts';
import { makeRepository, temporaryDirectory } from '../../test/git-kit.ts';
import { useStartedServer } from '../../test/started-server.ts';
import { importGit } from './import-git.ts';
import type { ImportPlan } from './import-plan.ts';

const server = useStartedServer();
let [workload, stateDirectory] = ['', ''];
let made = 0;

beforeEach(async () => {
  workload = `team-${++made}`;
  stateDirectory = temporaryDirectory();
  await createWorkload();
});

const createWorkload = () =>
  server().admin.workloads.create({
    ...{ id: workload, name: workload },
    repositoryGroups: [{ name: 'all', repositories: [{ name: 'acme/*' }] }],
  });

/** Runs an import; `onSend` is called before each batch with its commits, and may fail it. */
const run = async (
  { path }: { readonly path: string },
  over: Partial<ImportPlan> = {},
  onSend: (shas: string[], stop: AbortController) => void = () => undefined,
) => {
  const stop = new AbortController();
  const [said, notes, sent]: [string[], string[], string[]] = [[], [], []];
  const client = createClient({
    url: server().url,
    token: await server().token(),
    retry: false,
    fetch: (url, init) => {
      if (String(url).includes('commits.send')) {
        const { commits } = JSON.parse(String(init?.body)) as { commits: { sha: string }[] };
        const shas = commits.map((one) => one.sha);
        onSend(shas, stop);
        sent.push(...shas);
      }
      return fetch(url, init);
    },
  });
  const failure = await importGit(
    { path, workload, url: server().url, stateDirectory, limits: { rows: 2, bytes: 1e6 }, ...over },
    {
      client,
      stop: stop.signal,
      output: { write: (text: string) => said.push(text) },
      warn: (note) => notes.push(note),
    },
  ).then(
    () => null,
    (error: unknown) => error as Error,
  );
  return { sent, said: said.join(''), notes: notes.join('\n'), failure };
};

const stored = () =>
  server().rows(
    `select sha, branch, message, parents from commits where workload_id = '${workload}' order by committed_at`,
  );
const storedFiles = () =>
  server().rows(
    `select path, previous_path, added_lines, deleted_lines from commit_files
     where workload_id = '${workload}' order by path, previous_path`,
  );

const lineOfCommits = (count: number): MadeRepository & { shas: string[] } => {
  const repository = makeRepository();
  const shas = Array.from({ length: count }, (_, at) =>
    repository.commit(`feat: ${at}`, { 'a.txt': `${at}\n` }),
  );
  return { ...repository, shas };
};

describe('importing a repository', () => {
  test('sends commits, merges, renames, binary files and names of any script', async () => {
    const repository = makeRepository();
    const first = repository.commit('feat: first\n\nWith a body.', {
      'src/a.ts': 'one\ntwo\nthree\n',
      'größe/日本 語.txt': 'x\n',
      'logo.png': new Uint8Array([0, 1, 2, 0, 255]),
    });
    repository.git('mv', 'src/a.ts', 'src/b.ts');
    const renaming = repository.commit('refactor: rename', {});
    repository.git('checkout', '-q', '-b', 'side', first);
    const side = repository.commit('feat: side', { 'c.txt': 'c\n' });
    repository.git('checkout', '-q', 'main');
    repository.git('merge', '-q', '--no-ff', '-m', 'Merge side', 'side');
    const { said, notes, failure } = await run(repository);
    expect([failure, notes]).toEqual([null, '']);
    expect(said).toMatch(/^acme\/shop: 4 of 4 commits, .* to the workload team-\d+: 4 new, 0 changed\.\n$/);
    expect(await stored()).toEqual([
      { sha: first, branch: 'main', message: 'feat: first\n\nWith a body.', parents: [] },
      { sha: renaming, branch: 'main', message: 'refactor: rename', parents: [first] },
      { sha: side, branch: 'main', message: 'feat: side', parents: [first] },
      {
        ...{ sha: repository.git('rev-parse', 'HEAD'), branch: 'main' },
        ...{ message: 'Merge side', parents: [renaming, side] },
      },
    ]);
    const file = (path: string, added: number | null, previous: string | null = null) => ({
      ...{ path, previous_path: previous, added_lines: added },
      deleted_lines: added === null ? null : 0,
    });
    expect(await storedFiles()).toEqual(
      [
        file('c.txt', 1),
        file('größe/日本 語.txt', 1),
        file('logo.png', null),
        file('src/a.ts', 3),
        file('src/b.ts', 0, 'src/a.ts'),
      ].map((one) => expect.objectContaining(one) as unknown),
    );
    const again = await run(repository, { all: true });
    expect(again.said).toContain('4 of 4 commits');
    expect(again.said).toContain('0 new, 0 changed');
  });

  test('a second time sends nothing, and later only what is new', async () => {
    const repository = lineOfCommits(3);
    await run(repository);
    expect(await run(repository)).toMatchObject({ sent: [], said: /nothing new/, failure: null });
    const next = repository.commit('feat: next', {});
    expect((await run(repository)).sent).toEqual([next]);
  });

  test('goes on where it was stopped', async () => {
    const repository = lineOfCommits(20);
    const first = await run(repository, {}, (shas, stop) => {
      if (shas.includes(repository.shas[7]!)) stop.abort();
    });
    expect(first.failure?.name).toBe('AbortError');
    expect(first.said).toContain('of 20 commits');
    const second = await run(repository);
    expect(second.failure).toBeNull();
    expect([...first.sent, ...second.sent]).toEqual(repository.shas);
    expect(await stored()).toHaveLength(20);
  });

  test('goes on from the last batch before one that failed, whatever was acknowledged after it', async () => {
    const repository = lineOfCommits(10);
    const first = await run(repository, {}, (shas) => {
      if (shas.includes(repository.shas[4]!)) throw new Error('the line is down');
    });
    expect(first.failure?.message).toContain('the line is down');
    expect((await run(repository)).sent).toEqual(repository.shas.slice(4));
    expect(await stored()).toHaveLength(10);
  });

  test('starts over where the history was rewritten or the workload made anew, and says so', async () => {
    const repository = lineOfCommits(3);
    await run(repository);
    repository.git('commit', '-q', '--amend', '-m', 'feat: otherwise');
    const rewritten = await run(repository);
    expect(rewritten.notes).toContain('no longer part of the history');
    expect(rewritten.sent).toHaveLength(3);
    await server().admin.workloads.delete({ id: workload });
    await createWorkload();
    const anew = await run(repository);
    expect(anew.notes).toContain('made anew');
    expect(anew.sent).toHaveLength(3);
  });

  test('of a shallow clone tells that history is missing, and sends no made-up files', async () => {
    const repository = lineOfCommits(3);
    const clone = { path: temporaryDirectory() };
    repository.git('clone', '-q', '--depth', '2', `file://${repository.path}`, clone.path);
    await run(repository);
    const files = await storedFiles();
    const { notes, failure } = await run(clone, { repository: 'acme/shop', all: true });
    expect([failure, notes]).toEqual([null, expect.stringContaining('shallow clone')]);
    expect(await storedFiles()).toEqual(files);
    expect((await stored()).map((row) => row.parents)).toEqual([
      [],
      [repository.shas[0]],
      [repository.shas[1]],
    ]);
  });

  test('reads the branch that is named', async () => {
    const repository = lineOfCommits(2);
    repository.git('checkout', '-q', '-b', 'next');
    const next = repository.commit('feat: next', {});
    repository.git('checkout', '-q', 'main');
    expect((await run(repository, { branch: 'next' })).sent).toContain(next);
    expect((await run(repository, { branch: 'none' })).failure?.message).toContain('has no branch none');
  });

  test('a dry run says nothing to the server', async () => {
    const { sent, said } = await run(lineOfCommits(3), { dryRun: true });
    expect(sent).toEqual([]);
    expect(said).toMatch(/3 commits \(0 merges\) with 3 changes of files \(0 renames\)\. Nothing was sent\./);
  });
});

describe('a workload that does not fit', () => {
  test('and is not there, or does not list the repository, is answered with the call to make', async () => {
    const repository = lineOfCommits(1);
    const none = await run(repository, { workload: 'nowhere' });
    expect(none.failure?.message).toMatch(/There is no workload nowhere[^]*POST[^]*"id":"nowhere"/);
    const other = await run(repository, { repository: 'other/shop' });
    expect(other.failure?.message).toMatch(/does not list other\/shop[^]*PUT[^]*acme\/\*[^]*other\/shop/);
    expect(await stored()).toEqual([]);
  });

  test('is found by the repository where one alone lists it', async () => {
    const repository = lineOfCommits(1);
    const [several, none] = [
      await run(repository, { workload: undefined }),
      await run(repository, { workload: undefined, repository: 'nobody/shop' }),
    ];
    expect(several.failure?.message).toMatch(/Several workloads list acme\/shop: .*team-1/);
    expect(none.failure?.message).toMatch(/No workload lists nobody\/shop[^]*POST/);
    await server().admin.workloads.create({
      ...{ id: 'only-one', name: 'Only one' },
      repositoryGroups: [{ name: 'all', repositories: [{ name: 'only/one' }] }],
    });
    expect((await run(repository, { workload: undefined, repository: 'only/one' })).said).toContain(
      'only-one',
    );
  });
});
