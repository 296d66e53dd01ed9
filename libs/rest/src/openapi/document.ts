import type { OpenAPIObject } from 'trpc-to-openapi';
import { generateOpenApiDocument } from 'trpc-to-openapi';
import { z } from 'zod';
import { appRouter, bindings } from '@codemetrics/api';
import type { Binding } from '@codemetrics/api';
import { Problem } from '@codemetrics/contracts';
import { describeOperation } from './describe-operation.ts';

const DESCRIPTION = `Coverage, pipeline health and DORA metrics from CI jobs, webhooks and git histories.

Sign in with \`POST /session\`, make a service token with \`POST /tokens\`, and send it as \`Authorization: Bearer TOKEN\`.
Every error is a problem document (RFC 9457) with a stable \`code\`. The same operations are served as tRPC at \`/trpc\`.`;

type PathItem = Record<string, unknown>;

/** The OpenAPI 3.1 document of the API, from the same router that serves it. */
export const openApiDocument = (version: string): OpenAPIObject => {
  const document = generateOpenApiDocument(appRouter as never, {
    title: 'CodeMetrics',
    version,
    description: DESCRIPTION,
    openApiVersion: '3.1.0',
    baseUrl: '/api',
    securitySchemes: {
      bearer: {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
        description: 'A session token or a service token.',
      },
      cookie: {
        type: 'apiKey',
        in: 'cookie',
        name: 'codemetrics_session',
        description: 'The web app’s session.',
      },
    },
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  });
  // The generator always says 200 and describes errors of its own; the contract knows better.
  const all = Object.values(bindings).flatMap((verbs) => Object.values(verbs) as unknown as Binding[]);
  const paths = document.paths as Record<string, PathItem>;
  for (const { operation } of all) {
    const item = paths[operation.path];
    const method = operation.method.toLowerCase();
    if (item) item[method] = describeOperation(operation, item[method] as Record<string, unknown>);
  }
  const components = (document.components ??= {});
  // A schema with an id of its own is given as a reference to its definition; the definition is what stands here.
  const { $defs } = z.toJSONSchema(Problem, { io: 'output' });
  const { id: _id, ...problem } = ($defs?.['Problem'] ?? {}) as Record<string, unknown>;
  components.schemas = {
    ...Object.fromEntries(
      Object.entries(components.schemas ?? {}).filter(([name]) => !name.startsWith('error.')),
    ),
    Problem: problem as never,
  };
  delete (components as { responses?: unknown }).responses;
  document.tags = [...new Set(all.map(({ operation }) => operation.tag))].map((name) => ({ name }));
  delete (document as { externalDocs?: unknown }).externalDocs;
  return document;
};
