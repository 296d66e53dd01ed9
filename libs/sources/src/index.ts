export * from './coverage/index.ts';
export { firstHttpUrl, fit, fitParagraph } from './fit-text.ts';
export * from './git/index.ts';
export * from './tests/index.ts';
export * from './vulnerabilities/index.ts';
export { githubSource } from './webhooks/github/index.ts';
export type { GithubRows } from './webhooks/github/index.ts';
export type { Delivery, WebhookRows, WebhookSource } from './webhooks/webhook-source.ts';
export { WEBHOOK_SOURCES } from './webhooks/webhook-sources.ts';
