import type { JsonSchema } from './json-schema.ts';

export interface MediaObject {
  readonly schema?: JsonSchema;
  readonly example?: unknown;
}

export interface ParameterObject {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: JsonSchema;
}

export interface ResponseObject {
  readonly description: string;
  readonly content?: Readonly<Record<string, MediaObject>>;
}

export interface OperationObject {
  readonly operationId: string;
  readonly parameters?: readonly ParameterObject[];
  readonly requestBody?: { readonly content: Readonly<Record<string, MediaObject>> };
  readonly responses: Readonly<Record<string, ResponseObject>>;
}

/** The OpenAPI document, as far as it is read here. */
export interface ApiDocument {
  readonly servers?: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, JsonSchema>> };
}

/** Reads the document that the server itself serves. */
export const readDocument = async (url: string): Promise<ApiDocument> => {
  const answer = await fetch(`${url}/api/openapi.json`);
  if (!answer.ok) throw new Error(`the server does not give its document: ${answer.status}`);
  return (await answer.json()) as ApiDocument;
};
