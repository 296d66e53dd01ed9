import type { ApiDocument, OperationObject, ParameterObject, ResponseObject } from './api-document.ts';
import type { JsonSchema } from './json-schema.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];
/** A problem's description names its codes so. */
const CODE = /`([a-z][a-z0-9-]*)`:/g;

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/** A body that an operation takes. */
export interface BodyKind {
  readonly mediaType: string;
  readonly schema: JsonSchema;
  readonly example: unknown;
}

/** An answer that an operation may give. */
export interface AnswerKind {
  /** By media type; empty where the answer has no body. */
  readonly schemas: ReadonlyMap<string, JsonSchema>;
  /** The problem codes that it names. */
  readonly codes: ReadonlySet<string>;
}

/** One operation as the document describes it. */
export interface Operation {
  readonly id: string;
  /** In upper case. */
  readonly method: string;
  /** With `{parameters}`, from the server's root on. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly bodies: readonly BodyKind[];
  readonly answers: ReadonlyMap<number, AnswerKind>;
}

const parameterOf = ({ name, in: place, required, schema }: ParameterObject): Parameter[] =>
  place === 'path' || place === 'query' || place === 'header'
    ? [{ name, in: place, required: required === true || place === 'path', schema: schema ?? {} }]
    : [];

const answerOf = ({ description, content = {} }: ResponseObject): AnswerKind => ({
  schemas: new Map(Object.entries(content).map(([type, { schema }]) => [type.toLowerCase(), schema ?? {}])),
  codes: new Set([...description.matchAll(CODE)].map(([, code]) => code!)),
});

const operationOf = (root: string, path: string, method: string, described: OperationObject): Operation => ({
  id: described.operationId,
  method: method.toUpperCase(),
  path: root + path,
  parameters: (described.parameters ?? []).flatMap(parameterOf),
  bodies: Object.entries(described.requestBody?.content ?? {}).map(([mediaType, { schema, example }]) => ({
    mediaType,
    schema: schema ?? {},
    example,
  })),
  answers: new Map(
    Object.entries(described.responses).map(([status, response]) => [Number(status), answerOf(response)]),
  ),
});

/** Every operation of the document. */
export const operationsOf = ({ servers, paths }: ApiDocument): readonly Operation[] => {
  const root = servers?.[0]?.url.replace(/\/$/, '') ?? '';
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const described = item[method];
      return described ? [operationOf(root, path, method, described)] : [];
    }),
  );
};
