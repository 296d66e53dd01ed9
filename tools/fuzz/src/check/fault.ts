/** Something that the server did wrong. */
export interface Fault {
  /** Faults of one kind at one operation are told once. */
  readonly kind: string;
  readonly detail: string;
}

export const fault = (kind: string, detail: string): Fault => ({ kind, detail });
