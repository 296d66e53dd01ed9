export * from './coverage/index.ts';
export { firstHttpUrl, fit, fitParagraph } from './fit-text.ts';
export { githubSource } from './github/index.ts';
export type { GithubRows } from './github/index.ts';
export type { WebhookRows, WebhookSource } from './webhook-source.ts';
export { WEBHOOK_SOURCES } from './webhook-sources.ts';
