import { openApiDocument } from '@codemetrics/rest';

/** The OpenAPI document as kept: without the version, which changes by itself. */
export const openApiText = (): string => `${JSON.stringify(openApiDocument('0.0.0'), null, 2)}\n`;
