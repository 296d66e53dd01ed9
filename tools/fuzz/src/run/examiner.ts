import { answerFaults } from '../check/answer-faults.ts';
import type { Fault } from '../check/fault.ts';
import { fault } from '../check/fault.ts';
import type { SchemaValidator } from '../check/schema-validator.ts';
import type { Canaries } from '../check/secrecy-faults.ts';
import { secrecyFaults } from '../check/secrecy-faults.ts';
import type { Operation } from '../document/operation.ts';
import type { Call } from '../generate/call.ts';
import type { Answer, Target } from './send-call.ts';
import { sendCall } from './send-call.ts';

/** A call with what became of it. */
export interface Examined {
  readonly call: Call;
  /** Undefined where there was none. */
  readonly answer: Answer | undefined;
  readonly faults: readonly Fault[];
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/** Sends calls and judges their answers. */
export type Examine = (call: Call) => Promise<Examined>;

export interface ExamineOptions {
  readonly operations: readonly Operation[];
  readonly validate: SchemaValidator;
  readonly target: Target;
  readonly canaries: Canaries;
  /** Told of every answer, to take note of what was made. */
  readonly learn?: (call: Call, answer: Answer) => void;
}

export const examiner =
  ({ operations, validate, target, canaries, learn }: ExamineOptions): Examine =>
  async (call) => {
    const from = Date.now();
    try {
      const answer = await sendCall(target, call);
      learn?.(call, answer);
      const faults = [
        ...answerFaults(operations, validate, call, answer),
        ...secrecyFaults(canaries, call, answer),
      ];
      return { call, answer, faults, from, to: Date.now() };
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return { call, answer: undefined, faults: [fault('no answer', detail)], from, to: Date.now() };
    }
  };
