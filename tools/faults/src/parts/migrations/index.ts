import { readyDatabase } from '../../cluster/ready-database.ts';
import { Forwarder } from '../../cluster/forwarder.ts';
import { MAINTENANCE } from '../../cluster/postgres.ts';
import type { Postgres } from '../../cluster/postgres.ts';
import { ROLE } from '../../cluster/template.ts';
import type { Ground } from '../../plan/ground.ts';
import type { Part } from '../../plan/part.ts';
import { pause } from '../../plan/wait.ts';
import { installation, makeReplica, startFleet } from '../../replicas/fleet.ts';
import { isReady } from '../../replicas/is-ready.ts';

const AT_ONCE = 4;
/** Held back so much, the statements of the migrations take seconds, and a kill falls among them. */
const DELAY_MS = 8;
const RAN = /"migrations":\[/g;

const emptyDatabase = async (postgres: Postgres): Promise<void> => {
  await postgres.ask(`drop database if exists ${ROLE} with (force)`, [], MAINTENANCE);
  await postgres.ask(`create database ${ROLE} owner ${ROLE}`, [], MAINTENANCE);
};

/** How many migrations stand as done; 0 where there is no list yet. */
const migrationsDone = async (postgres: Postgres): Promise<number> => {
  const [list] = await postgres.ask("select to_regclass('public.kysely_migration') is not null as exists");
  if (list?.['exists'] !== true) return 0;
  const [row] = await postgres.ask('select count(*)::int as done from kysely_migration');
  return Number(row?.['done']);
};

const startTogether = async (ground: Ground, postgres: Postgres): Promise<number> => {
  const install = installation(ground, postgres.url());
  const fleet = await startFleet(ground, install, AT_ONCE, { LOG_LEVEL: 'info' });
  const ran = fleet.filter(({ output }) => output.match(RAN) !== null).length;
  ground.report.expect('one server runs the migrations', ran === 1, `${ran} of ${AT_ONCE}`);
  const ready = await Promise.all(fleet.map(({ url }) => isReady(url, 3000)));
  ground.report.expect(
    'all get ready',
    ready.every(Boolean),
    `${ready.filter(Boolean).length} of ${AT_ONCE}`,
  );
  const [row] = await postgres.ask('select count(*)::int as admins from users');
  ground.report.expect('there is one first administrator', row?.['admins'] === 1, String(row?.['admins']));
  const done = await migrationsDone(postgres);
  await Promise.all(fleet.map((replica) => replica.stop()));
  return done;
};

/** Kills a server at a random point of its migrations; gives whether it was among them. */
const killAmongMigrations = async (ground: Ground, postgres: Postgres, all: number): Promise<boolean> => {
  await emptyDatabase(postgres);
  const forwarder = ground.keeper.keep(await Forwarder.start(postgres.port));
  forwarder.weather({ delayMs: DELAY_MS });
  const first = await makeReplica(ground, installation(ground, postgres.url(forwarder.port)));
  first.spawn();
  const connected = async (): Promise<boolean> => {
    const [row] = await postgres.ask(
      `select count(*)::int as n from pg_stat_activity where usename = '${ROLE}'`,
    );
    return Number(row?.['n']) > 0;
  };
  while (first.isRunning && !(await connected())) await pause(5);
  await pause(Math.random() * 1500);
  const isAmong = first.isRunning && !/ready at/.test(first.output) && (await migrationsDone(postgres)) < all;
  await first.kill();
  const begun = performance.now();
  const next = await makeReplica(ground, installation(ground, postgres.url()));
  await next.start();
  ground.report.worst('start after a kill s', (performance.now() - begun) / 1000);
  const done = await migrationsDone(postgres);
  ground.report.expect('the next start finishes the migrations', done === all, `${done} of ${all}`);
  await next.stop();
  return isAmong;
};

const run = async (ground: Ground): Promise<void> => {
  const { report } = ground;
  const postgres = await readyDatabase(ground);
  let all = 0;
  const rounds = ground.scale(5, 1);
  for (let round = 0; round < rounds; round++) {
    await emptyDatabase(postgres);
    all = await startTogether(ground, postgres);
  }
  ground.say(`${rounds} times ${AT_ONCE} servers at once, ${all} migrations`);
  let among = 0;
  const kills = ground.scale(15, 3);
  for (let kill = 0; kill < kills; kill++) if (await killAmongMigrations(ground, postgres, all)) among++;
  ground.say(`${kills} kills, ${among} of them among the migrations`);
  report.figure('starts at once', rounds * AT_ONCE);
  report.figure('migrations', all);
  report.figure('kills', kills);
  report.figure('kills among migrations', among);
  report.expect('kills fell among the migrations', among > 0, among);
};

/** However many servers start, and whatever becomes of them, the schema is brought forward once and whole. */
export const migrations: Part = {
  name: 'migrations',
  promise:
    'of servers that start at once one migrates and all get ready; after a kill the next start finishes',
  limitMinutes: 4,
  run,
};
