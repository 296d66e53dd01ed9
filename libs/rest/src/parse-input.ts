import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { JsonShape } from '@codemetrics/contracts';
import { BATCH_SHAPE, invalidInput, JSON_SHAPE } from '@codemetrics/contracts';

/** Fewer rows are checked at once. */
const FEW_ROWS = 20;
const REST_AFTER_MS = 15;
/** A caller whose rows are all wrong is told soon enough. */
const MOST_ISSUES = 10_000;

type Parse = (input: Record<string, unknown>) => Promise<unknown>;

/** How the input of an operation is read. */
export interface InputParser {
  /** What its JSON may ask of the server. */
  readonly shape: JsonShape;
  /** Gives what the contract makes of it; throws `invalid-input`. */
  readonly parse: Parse;
}

/** The one list of rows of a batch. */
interface RowList {
  readonly name: string;
  readonly row: z.ZodType;
  /** The contract with rows that are not looked at. */
  readonly around: z.ZodType;
}

const rowListOf = (contract: z.ZodType): RowList | undefined => {
  // A contract with rules of its own across fields is taken as a whole.
  if (!(contract instanceof z.ZodObject) || (contract.def.checks?.length ?? 0) > 0) return undefined;
  const lists = Object.entries(contract.shape).filter(
    (entry): entry is [string, z.ZodArray] => entry[1] instanceof z.ZodArray,
  );
  const [list] = lists;
  if (!list || lists.length > 1) return undefined;
  const [name, array] = list;
  const unseen = z.array(z.unknown()).check(...((array.def.checks ?? []) as never[]));
  return { name, row: array.element as z.ZodType, around: contract.extend({ [name]: unseen }) };
};

const plainParser =
  (contract: z.ZodType): Parse =>
  (input) => {
    // No contract waits for anything, and zod's compiled checks work only where it need not.
    const result = contract.safeParse(input);
    return result.success ? Promise.resolve(result.data) : Promise.reject(invalidInput(result.error));
  };

/** Checks rows one after another, and gives other requests a turn in between. */
const parseRows = async ({ name, row }: RowList, rows: readonly unknown[]) => {
  const parsed: unknown[] = [];
  const issues: z.core.$ZodIssue[] = [];
  let begun = performance.now();
  for (const [index, one] of rows.entries()) {
    const result = row.safeParse(one);
    if (result.success) parsed.push(result.data);
    else
      for (const issue of result.error.issues) issues.push({ ...issue, path: [name, index, ...issue.path] });
    if (issues.length > MOST_ISSUES) break;
    if (performance.now() - begun < REST_AFTER_MS) continue;
    await setImmediate();
    begun = performance.now();
  }
  return { parsed, issues };
};

const batchParser = (whole: Parse, list: RowList): Parse => {
  const around = plainParser(list.around);
  return async (input) => {
    const rows = input[list.name];
    if (!Array.isArray(rows) || rows.length <= FEW_ROWS) return whole(input);
    const rest = await around(input);
    const { parsed, issues } = await parseRows(list, rows as unknown[]);
    if (issues.length > 0) throw invalidInput(new z.ZodError(issues));
    return { ...(rest as object), [list.name]: parsed };
  };
};

/** Prepares the check of a contract's input. Many rows of a batch are checked a few at a time. */
export const inputParser = (contract: z.ZodType): InputParser => {
  const whole = plainParser(contract);
  const list = rowListOf(contract);
  return list ? { shape: BATCH_SHAPE, parse: batchParser(whole, list) } : { shape: JSON_SHAPE, parse: whole };
};
