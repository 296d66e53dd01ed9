import SwaggerParser from '@apidevtools/swagger-parser';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { allBindings } from '../rest-api.ts';
import { takesCredential } from '@codemetrics/contracts';
import { openApiDocument } from './document.ts';

interface OperationObject {
  readonly operationId: string;
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema?: unknown }> }>;
  readonly security: readonly unknown[];
  readonly requestBody?: { readonly content: Record<string, { readonly example?: unknown }> };
}

const document = openApiDocument('1.2.3');
const find = (path: string, method: string) =>
  (document.paths as unknown as Record<string, Record<string, OperationObject>>)[path]?.[
    method.toLowerCase()
  ];

describe('the OpenAPI document', () => {
  test('is valid by two validators that know nothing of each other', async () => {
    expect(document.openapi).toBe('3.1.0');
    const first = await new Validator().validate(structuredClone(document) as never);
    expect(first.errors).toBeUndefined();
    expect(first.valid).toBe(true);
    await SwaggerParser.validate(structuredClone(document) as never);
  });

  test('describes every operation under its own id', () => {
    const ids = allBindings.map(({ operation }) => operation.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { operation } of allBindings)
      expect(find(operation.path, operation.method)?.operationId).toBe(operation.id);
  });

  test('has just these operations and no other', () => {
    const described = Object.values(document.paths ?? {}).flatMap((item) => Object.keys(item as object));
    expect(described.length).toBe(allBindings.length);
  });

  test.each(allBindings.map(({ operation }) => [operation.id, operation] as const))(
    '%s tells its success, its problems and its credential',
    (_id, operation) => {
      const described = find(operation.path, operation.method)!;
      expect(Object.keys(described.responses)).toContain(String(operation.status));
      for (const [status, response] of Object.entries(described.responses))
        if (Number(status) >= 400)
          expect(Object.keys(response.content ?? {})).toEqual(['application/problem+json']);
      for (const status of ['400', '429', '500', '503'])
        expect(Object.keys(described.responses)).toContain(status);
      expect(described.responses['401'] !== undefined || operation.access === 'public').toBe(true);
      expect(described.security.length > 0).toBe(takesCredential(operation.access));
    },
  );

  test('a body that may come as a form is described as one, with the same fields', () => {
    const forms = allBindings.filter(({ operation }) => operation.rest?.form);
    expect(forms.map(({ operation }) => operation.id)).toEqual(['exchangeToken']);
    const { content } = find('/tokens/exchange', 'POST')!.requestBody!;
    expect(content['application/x-www-form-urlencoded']).toEqual(content['application/json']);
    expect(find('/session', 'POST')!.requestBody!.content).not.toHaveProperty(
      'application/x-www-form-urlencoded',
    );
  });

  test.each(
    allBindings
      .filter(
        ({ operation }) =>
          operation.rest?.rawBody === undefined && ['POST', 'PUT', 'PATCH'].includes(operation.method),
      )
      .map(({ operation }) => [operation.id, operation] as const),
  )('%s has an example that its own contract takes', (_id, operation) => {
    const input = operation.example?.input as Record<string, unknown> | undefined;
    expect(input).toBeDefined();
    const inPath = Object.fromEntries(
      [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, EXAMPLE_PATH[name!]]),
    );
    expect(operation.input.safeParse({ ...inPath, ...input }).error).toBeUndefined();
  });
});

const EXAMPLE_PATH: Record<string, string> = {
  id: 'my-team',
  tokenId: '018f0000-0000-7000-8000-000000000000',
  userId: '018f0000-0000-7000-8000-000000000000',
  noticeId: '018f0000-0000-7000-8000-000000000000',
  webhookId: '018f0000-0000-7000-8000-000000000000',
  source: 'github',
  deliveryId: '4f1c0000-0000-11ee-8000-000000000000',
  kid: 'first',
};
