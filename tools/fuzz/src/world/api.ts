/** A call that must go well, while the world is made or mended. */
export type Api = <T = Record<string, unknown>>(
  method: string,
  path: string,
  token: string | undefined,
  json?: unknown,
) => Promise<T>;

/** The answer to such a call was no success. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Calls the API of a server. */
export const apiOf =
  (url: string): Api =>
  async <T>(method: string, path: string, token: string | undefined, json?: unknown): Promise<T> => {
    const answer = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    const text = await answer.text();
    if (!answer.ok)
      throw new ApiError(answer.status, `${method} ${path}: ${answer.status} ${text.slice(0, 300)}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
