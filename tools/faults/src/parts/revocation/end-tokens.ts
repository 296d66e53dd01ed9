import type { Scene } from './scene.ts';
import { endUnderUse, repeat, urlOf } from './scene.ts';

const AT_ONCE = 6;

/** Service tokens that are revoked, each made, used and revoked on another replica. */
export const revokeTokens = (scene: Scene, times: number): Promise<void> =>
  repeat(times, AT_ONCE, async (turn) => {
    const { actions, admin } = scene;
    const token = await actions.createToken(urlOf(scene, turn), admin);
    if (token === undefined) throw new Error('no token was given');
    await endUnderUse(scene, token, () => actions.revokeToken(urlOf(scene, turn + 1), admin, token.id));
  });

/** Service tokens that are rotated without grace. */
export const rotateTokens = (scene: Scene, times: number): Promise<void> =>
  repeat(times, AT_ONCE, async (turn) => {
    const { actions, admin, ground } = scene;
    const token = await actions.createToken(urlOf(scene, turn), admin);
    if (token === undefined) throw new Error('no token was given');
    await endUnderUse(scene, token, async () => {
      const next = await actions.rotateToken(urlOf(scene, turn + 1), admin, token.id, '0');
      if (next === undefined) throw new Error('a rotation was refused');
      const good = await actions.whoAmI(urlOf(scene, turn + 2), next);
      if (good.status !== 200) ground.report.expect('the new token works everywhere', false, good.status);
      return { status: 200, endedAt: good.startedAt };
    });
  });
