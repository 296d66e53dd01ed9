import './fastify-types.ts';

export { openApiDocument } from './openapi/document.ts';
export { bodyText } from './read-body.ts';
export { requestContext, SESSION_COOKIE } from './request-context.ts';
export { allBindings, registerOtherMethods, restApi } from './rest-api.ts';
export { applyEffects } from './rest-routes.ts';
export { refusedByFastify, sendProblem } from './send-problem.ts';
export type { TakePlace } from './work-places.ts';
export { overloaded, setPlace } from './work-places.ts';
