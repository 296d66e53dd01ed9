import fc from 'fast-check';
import { exchange } from '../raw/exchange.ts';
import { exchangeFaults } from '../raw/exchange-faults.ts';
import { RAW_SHAPES, rawArbitrary } from '../raw/raw-arbitrary.ts';
import type { RawShape } from '../raw/raw-shape.ts';
import type { Findings } from './finding.ts';
import { inParallel } from './in-parallel.ts';
import type { Tally } from './tally.ts';

const WIDTH = 8;
const MOST_SHOWN = 3000;

const OPERATION = 'raw bytes';

const reproduction = ({ bytes }: RawShape): string =>
  `node -e 'require("net").connect(PORT,"127.0.0.1").end(Buffer.from(${JSON.stringify(bytes.slice(0, MOST_SHOWN)).replaceAll("'", '\\u0027')},"latin1")).pipe(process.stdout)'`;

const runShape = async (url: string, shape: RawShape, findings: Findings, tally: Tally): Promise<void> => {
  const answer = await exchange(url, shape.bytes);
  tally.add('raw', answer.statuses.length === 0 ? 'closed' : String(answer.statuses[0]));
  for (const fault of exchangeFaults(shape, answer)) {
    // What is accepted wrongly differs from shape to shape; the rest is told once.
    const named = {
      ...fault,
      kind: shape.expects === 'anything' ? fault.kind : `${fault.kind}: ${shape.what}`,
    };
    if (findings.isKnown(OPERATION, named) || findings.isFull()) continue;
    findings.add({
      operation: OPERATION,
      fault: named,
      what: shape.what,
      reproduction: reproduction(shape),
      log: [],
    });
  }
};

/** Sends every raw shape that is written down. */
export const runRawShapes = async (url: string, findings: Findings, tally: Tally): Promise<void> => {
  await inParallel(RAW_SHAPES, WIDTH, (shape) => runShape(url, shape, findings, tally));
};

/** Sends shapes of a seed. */
export const runRawBatch = async (
  url: string,
  seed: number,
  size: number,
  findings: Findings,
  tally: Tally,
): Promise<void> => {
  const shapes = fc.sample(rawArbitrary, { seed, numRuns: size });
  await inParallel(shapes, WIDTH, (shape) => runShape(url, shape, findings, tally));
};
