import type { Actions, Credential } from '../../load/actions.ts';
import type { Ending } from '../../history/after-the-end.ts';
import type { Ground } from '../../plan/ground.ts';

/** What every stage of the part works with. */
export interface Scene {
  readonly ground: Ground;
  readonly actions: Actions;
  /** One address for each replica. */
  readonly urls: readonly string[];
  readonly admin: Credential;
  /** Stages note here what ended and when that was answered. */
  readonly endings: Ending[];
}

/** Does something so many times, some at once. */
export const repeat = async (
  times: number,
  atOnce: number,
  work: (turn: number) => Promise<void>,
): Promise<void> => {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < times) await work(next++);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, times) }, worker));
};

/** The replica of a turn, going round. */
export const urlOf = ({ urls }: Scene, turn: number): string => urls[turn % urls.length]!;

/** Asks with a credential on every replica at once. */
export const askAll = async ({ actions, urls }: Scene, credential: Credential): Promise<void> => {
  await Promise.all(urls.map((url) => actions.whoAmI(url, credential)));
};

/** Ends a credential by `end` on one replica, while it is in use on another, and asks on all once that is answered. */
export const endUnderUse = async (
  scene: Scene,
  credential: Credential,
  end: () => Promise<{ readonly status: number; readonly endedAt: number }>,
  expected = 401,
): Promise<void> => {
  const inUse = scene.actions.whoAmI(urlOf(scene, scene.endings.length), credential);
  const { status, endedAt } = await end();
  if (status < 200 || status >= 300) throw new Error(`an ending was answered ${status}`);
  scene.endings.push({ credential: credential.id, answeredAt: endedAt, expected });
  await askAll(scene, credential);
  await inUse;
};
