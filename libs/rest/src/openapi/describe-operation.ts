import type { Operation, ProblemCode } from '@codemetrics/contracts';
import { PROBLEMS, scopeOf, SESSION_ONLY_SCOPES, takesCredential } from '@codemetrics/contracts';
import { FORM } from '../read-body.ts';

type Json = Record<string, unknown>;

/** What a caller without the scope is told: a service token can never hold some of them. */
const scopeProblems = (operation: Operation): ProblemCode[] => {
  const scope = scopeOf(operation.access);
  if (scope === undefined) return [];
  return SESSION_ONLY_SCOPES.includes(scope) ? ['scope-missing', 'session-required'] : ['scope-missing'];
};

/** The problems that any operation of its kind can answer, beyond its own. */
const generalProblems = (operation: Operation): ProblemCode[] => [
  'invalid-input',
  ...(!takesCredential(operation.access)
    ? []
    : ([
        'credential-missing',
        'credential-invalid',
        'credential-expired',
        'credential-revoked',
        'address-forbidden',
      ] as const)),
  ...scopeProblems(operation),
  ...(operation.kind === 'mutation' && takesCredential(operation.access) ? (['csrf-refused'] as const) : []),
  ...(operation.status === 204 ? [] : (['not-acceptable'] as const)),
  ...(operation.method === 'GET' || operation.method === 'DELETE'
    ? []
    : (['malformed-body', 'payload-too-large', 'unsupported-media-type'] as const)),
  'rate-limited',
  'internal',
  'unavailable',
];

const HEADERS: Json = {
  'X-Request-Id': { description: 'The id of the request, also in the log.', schema: { type: 'string' } },
  RateLimit: { description: 'What is left of the limit.', schema: { type: 'string' } },
  'RateLimit-Policy': { description: 'The limit.', schema: { type: 'string' } },
};

/** The problem answers of an operation, one for each status, each naming its codes. */
const problemResponses = (operation: Operation): Json => {
  const codes = [...new Set([...generalProblems(operation), ...operation.problems])];
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, all]) => [
      String(status),
      {
        description: all.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join('; '),
        ...(status === 429 || status === 503
          ? { headers: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } } }
          : status === 401
            ? {
                headers: {
                  'WWW-Authenticate': { description: 'Bearer challenge.', schema: { type: 'string' } },
                },
              }
            : {}),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
};

const successResponse = (operation: Operation, generated: Json): Json => {
  if (operation.status === 204) return { description: 'Done.', headers: HEADERS };
  const success = (generated['responses'] as Record<string, { content?: Json }>)['200'];
  const content = { ...(success?.content ?? {}) };
  if (operation.rest?.csv) content['text/csv'] = { schema: { type: 'string' } };
  if (operation.rest?.ndjson) content['application/x-ndjson'] = { schema: { type: 'string' } };
  const example = operation.example?.output;
  if (example !== undefined) (content['application/json'] as Json)['example'] = example;
  return { description: 'Success.', headers: HEADERS, content };
};

const requestBody = (operation: Operation, generated: Json): Json | undefined => {
  const { rest, example } = operation;
  if (rest?.rawBody) {
    const sample = (example?.input as Json | undefined)?.[rest.rawBody.field];
    const media = { schema: { type: 'string' }, ...(sample === undefined ? {} : { example: sample }) };
    return {
      required: true,
      content: Object.fromEntries(rest.rawBody.mediaTypes.map((type) => [type, media])),
    };
  }
  const body = generated['requestBody'] as { content?: Record<string, Json> } | undefined;
  if (!body?.content?.['application/json']) return undefined;
  const json = {
    ...body.content['application/json'],
    ...(example?.input === undefined ? {} : { example: example.input }),
  };
  return { ...body, content: { 'application/json': json, ...(rest?.form ? { [FORM]: json } : {}) } };
};

interface Parameter {
  readonly name: string;
  readonly in: string;
}

interface BodySchema {
  readonly properties?: Json;
  readonly required?: string[];
}

const bodySchema = (generated: Json): BodySchema | undefined =>
  (generated['requestBody'] as { content?: Record<string, { schema?: BodySchema }> } | undefined)?.content?.[
    'application/json'
  ]?.schema;

/** The generator puts every field of a POST or PUT into the body; some come from the query or from headers instead. */
const parameters = (operation: Operation, generated: Json): unknown[] => {
  const { rest } = operation;
  const known = ((generated['parameters'] ?? []) as Parameter[]).filter(
    (one) => one.name !== rest?.rawBody?.field,
  );
  const schema = bodySchema(generated);
  const moved = Object.entries(schema?.properties ?? {}).filter(([name]) =>
    rest?.rawBody
      ? name !== rest.rawBody.field && name !== rest.allHeaders
      : (rest?.query?.includes(name) ?? false),
  );
  return [
    ...known,
    ...moved.map(([name, property]) => {
      const header = rest?.headers?.[name];
      const required = schema?.required?.includes(name) ?? false;
      return header === undefined
        ? { name, in: 'query', required, schema: property }
        : { name: header, in: 'header', required, schema: property };
    }),
  ];
};

/** An operation of the document, corrected by its contract. */
export const describeOperation = (operation: Operation, generated: Json): Json => {
  const body = requestBody(operation, generated);
  const listed = parameters(operation, generated);
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    ...(operation.description === undefined ? {} : { description: operation.description }),
    security: !takesCredential(operation.access) ? [] : [{ bearer: [] }, { cookie: [] }],
    ...(scopeOf(operation.access) === undefined ? {} : { 'x-required-scope': operation.access }),
    ...(listed.length > 0 ? { parameters: listed } : {}),
    ...(body ? { requestBody: body } : {}),
    responses: {
      [String(operation.status)]: successResponse(operation, generated),
      ...(operation.rest?.csv
        ? { '304': { description: 'Nothing changed since the answer whose ETag `If-None-Match` names.' } }
        : {}),
      ...problemResponses(operation),
    },
  };
};
