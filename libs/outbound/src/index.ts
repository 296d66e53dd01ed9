export type { Lookup } from './guarded-lookup.ts';
export type { Outbound, OutboundAnswer, OutboundInit, OutboundOptions } from './create-outbound.ts';
export { createOutbound } from './create-outbound.ts';
export type { OutboundErrorCode } from './outbound-error.ts';
export { OutboundError } from './outbound-error.ts';
