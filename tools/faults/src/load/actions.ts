import type { Answer } from '../http/answer.ts';
import { bodyOf, isAccepted } from '../http/answer.ts';
import type { History } from '../history/history.ts';
import type { Ground } from '../plan/ground.ts';

/** A credential, and the id that the history knows it by. */
export interface Credential {
  readonly id: string;
  readonly token: string;
}

/** A service token that was made, with the credential that it is. */
export type Issued = Credential;

const idOf = (token: string): string =>
  (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { jti: string }).jti;

/** What people and programs do, by the API’s own words; every call is noted. */
export class Actions {
  readonly #ground: Ground;
  readonly history: History;
  readonly #known = new Map<string, Credential>();

  constructor(ground: Ground, history: History) {
    this.#ground = ground;
    this.history = history;
  }

  /** A credential that was given before. */
  known(id: string): Credential {
    const credential = this.#known.get(id);
    if (credential === undefined) throw new Error(`there was no credential ${id}`);
    return credential;
  }

  /** A session; throws where it was refused. */
  async signIn(url: string, username: string, password: string): Promise<Credential> {
    const answer = await this.trySignIn(url, username, password);
    if (!isAccepted(answer))
      throw new Error(`sign-in was answered ${answer.status} ${answer.error ?? answer.text}`);
    return this.#credential(bodyOf<{ sessionToken: string }>(answer).sessionToken);
  }

  trySignIn(url: string, username: string, password: string): Promise<Answer> {
    const ask = { method: 'POST', path: '/api/session', json: { username, password } };
    return this.history.send(url, ask, { what: 'session.create', action: 'session.create' });
  }

  signOut(url: string, by: Credential): Promise<Answer> {
    return this.#change(url, by, 'session.delete', { method: 'DELETE', path: '/api/session' });
  }

  /** Who the credential is: the cheapest call that looks at it. */
  whoAmI(url: string, by: Credential): Promise<Answer> {
    return this.read(url, by, '/api/session');
  }

  read(url: string, by: Credential, path: string): Promise<Answer> {
    const ask = { method: 'GET', path, token: by.token };
    return this.history.send(url, ask, { what: 'read', credential: by.id });
  }

  /** A new service token, or undefined where none was given. */
  async createToken(url: string, by: Credential, more: object = {}): Promise<Issued | undefined> {
    const ask = { method: 'POST', path: '/api/tokens', json: { subject: 'faults', ...more } };
    return this.#issued(await this.#change(url, by, 'tokens.create', ask));
  }

  revokeToken(url: string, by: Credential, id: string): Promise<Answer> {
    return this.#change(url, by, 'tokens.revoke', { method: 'DELETE', path: `/api/tokens/${id}` }, id);
  }

  async rotateToken(
    url: string,
    by: Credential,
    id: string,
    gracePeriod: string,
  ): Promise<Issued | undefined> {
    const ask = { method: 'POST', path: `/api/tokens/${id}/rotate`, json: { gracePeriod } };
    return this.#issued(await this.#change(url, by, 'tokens.rotate', ask));
  }

  /** A new user with a password of the plan’s, and their id; throws where it was refused. */
  async createUser(
    url: string,
    by: Credential,
    username: string,
    role: string,
  ): Promise<{ id: string; password: string }> {
    const password = this.#ground.secrets.password();
    const ask = { method: 'POST', path: '/api/users', json: { username, password, role } };
    const answer = await this.#change(url, by, 'users.create', ask);
    if (!isAccepted(answer)) throw new Error(`a user was refused: ${answer.status} ${answer.text}`);
    return { id: bodyOf<{ userId: string }>(answer).userId, password };
  }

  updateUser(url: string, by: Credential, id: string, json: object): Promise<Answer> {
    return this.#change(url, by, 'users.update', { method: 'PATCH', path: `/api/users/${id}`, json });
  }

  changePassword(url: string, by: Credential, currentPassword: string, newPassword: string): Promise<Answer> {
    const ask = { method: 'PUT', path: '/api/session/password', json: { currentPassword, newPassword } };
    return this.#change(url, by, 'session.changePassword', ask);
  }

  createWorkload(url: string, by: Credential, id: string): Promise<Answer> {
    return this.#change(url, by, 'workloads.create', {
      method: 'POST',
      path: '/api/workloads',
      json: { id, name: id },
    });
  }

  configureSource(url: string, by: Credential): Promise<Answer> {
    const json = { secret: this.#ground.secrets.word() };
    return this.#change(url, by, 'sources.configure', { method: 'PUT', path: '/api/sources/github', json });
  }

  rotateKey(url: string, by: Credential): Promise<Answer> {
    return this.#change(url, by, 'keys.rotate', { method: 'POST', path: '/api/keys/rotate', json: {} });
  }

  endKey(url: string, by: Credential, kid: string): Promise<Answer> {
    return this.#change(url, by, 'keys.end', { method: 'POST', path: `/api/keys/${kid}/end`, json: {} });
  }

  query(url: string, by: Credential, json: object): Promise<Answer> {
    const ask = { method: 'POST', path: '/api/query', token: by.token, json };
    return this.history.send(url, ask, { what: 'query', credential: by.id });
  }

  /** Rows under one batch’s ids; sending them again changes nothing. */
  send(
    url: string,
    by: Credential,
    batch: string,
    path: string,
    json: object,
    giveUpMs?: number,
  ): Promise<Answer> {
    const ask = {
      method: 'POST',
      path,
      token: by.token,
      json,
      ...(giveUpMs === undefined ? {} : { giveUpMs }),
    };
    return this.history.send(url, ask, { what: 'send', credential: by.id, batch });
  }

  #change(
    url: string,
    by: Credential,
    action: string,
    ask: { method: string; path: string; json?: object },
    target?: string,
  ): Promise<Answer> {
    const note = { what: action, action, credential: by.id, ...(target === undefined ? {} : { target }) };
    return this.history.send(url, { ...ask, token: by.token }, note);
  }

  #issued(answer: Answer): Issued | undefined {
    return isAccepted(answer)
      ? this.#credential(bodyOf<{ accessToken: string }>(answer).accessToken)
      : undefined;
  }

  #credential(token: string): Credential {
    const credential = { id: idOf(token), token: this.#ground.secrets.token(token) };
    this.#known.set(credential.id, credential);
    return credential;
  }
}
