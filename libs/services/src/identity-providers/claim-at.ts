const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (value: unknown, name: string): unknown =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/**
 * A claim by its name, which may hold dots itself (`https://acme.example/groups`), or else by its path
 * (`realm_access.roles`); undefined where there is none.
 */
export const claimAt = (claims: Readonly<Record<string, unknown>>, name: string): unknown =>
  own(claims, name) ?? name.split('.').reduce<unknown>(own, claims);
