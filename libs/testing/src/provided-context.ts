import type {} from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** An administrator's address of the PostgreSQL that tests make their databases on. */
    databaseServerUrl: string;
    /** A migrated, empty database that tests copy. */
    templateDatabase: string;
  }
}
