import { bodyOf, isAccepted } from '../../http/answer.ts';
import type { Credential } from '../../load/actions.ts';
import { ADMIN } from '../../replicas/fleet.ts';
import type { Scene } from './scene.ts';
import { askAll, urlOf } from './scene.ts';

const TOKENS = 20;

/** Signing keys that are rotated away and ended: all that they signed is refused, on every replica. */
export const endKeys = async (scene: Scene, times: number, adminPassword: string): Promise<void> => {
  const { actions, endings, urls } = scene;
  let { admin } = scene;
  for (let turn = 0; turn < times; turn++) {
    const old: Credential[] = [];
    for (let number = 0; number < TOKENS; number++) {
      const token = await actions.createToken(urlOf(scene, turn + number), admin);
      if (token === undefined) throw new Error('no token was given');
      old.push(token);
    }
    const kid = kidOf(old[0]!);
    const rotated = await actions.rotateKey(urlOf(scene, turn), admin);
    if (!isAccepted(rotated))
      throw new Error(`a key’s rotation was answered ${rotated.status} ${rotated.text}`);
    const next = bodyOf<{ kid: string }>(rotated).kid;
    const before = admin;
    admin = await actions.signIn(urlOf(scene, turn + 1), ADMIN, adminPassword);
    for (const url of urls) {
      const fresh = await actions.createToken(url, admin);
      if (fresh === undefined || kidOf(fresh) !== next)
        scene.ground.report.expect('every replica signs with the new key', false, url);
      else await askAll(scene, fresh);
    }
    // In use while their key ends.
    const inUse = Promise.all(old.map((token) => askAll(scene, token)));
    const ended = await actions.endKey(urlOf(scene, turn + 2), admin, kid);
    if (!isAccepted(ended)) throw new Error(`a key’s end was answered ${ended.status} ${ended.text}`);
    for (const { id } of [...old, before])
      endings.push({ credential: id, answeredAt: ended.endedAt, expected: 401 });
    await Promise.all([...old, before].map((credential) => askAll(scene, credential)));
    await inUse;
  }
};

const kidOf = ({ token }: Credential): string =>
  (JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()) as { kid: string }).kid;
