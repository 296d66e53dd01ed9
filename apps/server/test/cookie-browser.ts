interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

/** One answer, not followed. */
export interface Visit {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Where it leads, as a whole address. */
  readonly location: string | undefined;
}

/** A browser without a screen: it keeps cookies for each origin and path, and follows nothing by itself. */
export interface CookieBrowser {
  visit(url: string, form?: Readonly<Record<string, string>>): Promise<Visit>;
  /** Follows redirects until there is none, or until one leads to where `until` says stop. */
  follow(url: string, until: (location: string) => boolean): Promise<Visit>;
  cookie(origin: string, name: string): string | undefined;
  setCookie(origin: string, cookie: Cookie): void;
  /** Another browser with the same cookies. */
  copy(): CookieBrowser;
}

const MOST_STEPS = 12;

const read = (line: string, url: URL): { cookie: Cookie; isGone: boolean } => {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const at = pair.indexOf('=');
  const attribute = (name: string) =>
    attributes.find((one) => one.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
  const expires = attribute('expires');
  return {
    cookie: { name: pair.slice(0, at), value: pair.slice(at + 1), path: attribute('path') ?? url.pathname },
    isGone: attribute('max-age') === '0' || (expires !== undefined && new Date(expires) <= new Date()),
  };
};

export const createBrowser = (start: ReadonlyMap<string, readonly Cookie[]> = new Map()): CookieBrowser => {
  const jar = new Map([...start].map(([origin, cookies]) => [origin, [...cookies]]));
  const at = (origin: string): Cookie[] => jar.get(origin) ?? [];
  const setCookie = (origin: string, cookie: Cookie): void => {
    const others = at(origin).filter(({ name, path }) => name !== cookie.name || path !== cookie.path);
    jar.set(origin, [...others, cookie]);
  };
  const visit: CookieBrowser['visit'] = async (url, form) => {
    const parsed = new URL(url);
    const cookies = at(parsed.origin).filter(({ path }) => parsed.pathname.startsWith(path));
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const { cookie, isGone } = read(line, parsed);
      setCookie(parsed.origin, cookie);
      if (isGone) jar.set(parsed.origin, at(parsed.origin).slice(0, -1));
    }
    const location = response.headers.get('location');
    return {
      url,
      status: response.status,
      headers: response.headers,
      text: await response.text(),
      location: location === null ? undefined : new URL(location, url).href,
    };
  };
  return {
    visit,
    follow: async (url, until) => {
      let answer = await visit(url);
      for (let steps = 0; answer.location !== undefined && !until(answer.location); steps++) {
        if (steps === MOST_STEPS) throw new Error(`led in a circle at ${answer.location}`);
        answer = await visit(answer.location);
      }
      return answer;
    },
    cookie: (origin, name) => at(origin).find((one) => one.name === name)?.value,
    setCookie,
    copy: () => createBrowser(jar),
  };
};
