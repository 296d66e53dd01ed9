/** Where the query cache keeps who is signed in; null means nobody. */
export const SESSION_KEY = ['session'] as const;
