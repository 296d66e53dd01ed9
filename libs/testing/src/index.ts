import './provided-context.ts';

export * from './builders.ts';
export * from './test-database.ts';
