/** The token of `Authorization: Bearer TOKEN`; undefined where the header is none of it. */
export const bearerToken = (authorization: string | undefined): string | undefined =>
  /^bearer +(\S+)\s*$/i.exec(authorization ?? '')?.[1];
