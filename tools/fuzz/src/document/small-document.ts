import type { ApiDocument } from './api-document.ts';

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** For tests: a document of two operations, in the form of the real one. */
export const SMALL_DOCUMENT: ApiDocument = {
  servers: [{ url: '/api' }],
  paths: {
    '/things/{id}': {
      get: {
        operationId: 'getThing',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string', pattern: '^[a-z]{1,5}$' } },
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 9 } },
        ],
        responses: {
          '200': {
            description: 'Success.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
          },
          '400': problem('`invalid-input`: Invalid input'),
          '404': problem('`not-found`: Not found; `thing-gone`: Gone'),
        },
      },
      delete: {
        operationId: 'deleteThing',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string', pattern: '^[a-z]{1,5}$' } },
        ],
        responses: { '204': { description: 'Done.' }, '400': problem('`invalid-input`: Invalid input') },
      },
    },
    '/things/all': {
      post: {
        operationId: 'sendThings',
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: {
                  things: {
                    type: 'array',
                    minItems: 1,
                    maxItems: 3,
                    items: { $ref: '#/components/schemas/Thing' },
                  },
                },
                required: ['things'],
                additionalProperties: false,
              },
              example: { things: [{ id: 'a' }] },
            },
          },
        },
        responses: { '204': { description: 'Done.' }, '400': problem('`invalid-input`: Invalid input') },
      },
    },
  },
  components: {
    schemas: {
      Thing: {
        type: 'object',
        properties: {
          id: { type: 'string', minLength: 1, maxLength: 5 },
          kind: { type: 'string', enum: ['round', 'square'] },
        },
        required: ['id'],
        additionalProperties: false,
      },
      Problem: {
        type: 'object',
        properties: {
          status: { type: 'integer' },
          code: { type: 'string' },
          instance: { type: 'string' },
          detail: { type: 'string' },
        },
        required: ['status', 'code', 'instance'],
        additionalProperties: false,
      },
    },
  },
};
