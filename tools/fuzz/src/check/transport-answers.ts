import type { Call } from '../generate/call.ts';
import { plainHeaders } from '../run/send-call.ts';

/** An answer of HTTP itself, which comes before any operation is found and so stands in no operation's description. */
interface TransportAnswer {
  readonly status: number;
  /** undefined: without a problem document. */
  readonly code: string | undefined;
  readonly fits: (call: Call) => boolean;
}

/** Less than this is read whatever it says: 16 KiB, less the longest credential, which is not known here. */
const LARGE_HEAD = 10_000;

const headSize = (call: Call): number =>
  call.target.length +
  Object.entries(plainHeaders(call)).reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0);

const TRANSPORT_ANSWERS: readonly TransportAnswer[] = [
  { status: 431, code: 'headers-too-large', fits: (call) => headSize(call) > LARGE_HEAD },
  // RFC 9110, 10.1.1: an expectation that nobody knows.
  {
    status: 417,
    code: undefined,
    fits: ({ headers }) => headers['expect'] !== undefined && headers['expect'] !== '100-continue',
  },
];

/** The answer of HTTP itself that a call may have with this status. */
export const transportAnswer = (call: Call, status: number): TransportAnswer | undefined =>
  TRANSPORT_ANSWERS.find((one) => one.status === status && one.fits(call));
