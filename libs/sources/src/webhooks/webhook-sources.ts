import type { SourceId } from '@codemetrics/contracts';
import { githubSource } from './github/index.ts';
import type { WebhookSource } from './webhook-source.ts';

/** Every provider whose webhooks are read: one folder here each. */
export const WEBHOOK_SOURCES: Readonly<Partial<Record<SourceId, WebhookSource>>> = { github: githubSource };
