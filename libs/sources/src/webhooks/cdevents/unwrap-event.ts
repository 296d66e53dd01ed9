import type { Delivery } from '../webhook-source.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A CDEvent as it was sent, not yet checked. */
export interface SentEvent {
  readonly context: Fields;
  readonly subject: Fields;
  readonly customData: unknown;
}

/**
 * The CDEvent of a delivery: the body itself (CloudEvents binary mode, whose own fields are the `ce-` headers), or the
 * `data` of a structured CloudEvent. What its context lacks is taken from the CloudEvent around it. Never throws.
 */
export const unwrapEvent = (payload: unknown, headers: Delivery['headers']): SentEvent => {
  const body = fieldsOf(payload);
  const structured = body['context'] === undefined && body['data'] !== undefined;
  const event = structured ? fieldsOf(body['data']) : body;
  const around = (name: string): unknown => (structured ? body[name] : headers[`ce-${name}`]);
  return {
    context: {
      ...present({
        id: around('id'),
        source: around('source'),
        type: around('type'),
        timestamp: around('time'),
      }),
      ...present(fieldsOf(event['context'])),
    },
    subject: { ...present({ id: around('subject') }), ...present(fieldsOf(event['subject'])) },
    customData: event['customData'],
  };
};

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

const present = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));
