import type { JsonPath } from '../report/json-reader.ts';

/** A part of a log that is read, and which entry of it the part belongs to. */
export interface SarifPart {
  readonly of: 'log' | 'tool' | 'rule' | 'result' | 'artifact';
  /** What the part is called here. */
  readonly name: string;
}

/** The parts of an entry by their keys, level by level; the number 0 is the first of several. */
type Parts = Map<string | number, Parts | SarifPart>;

/** From the keys that lead to each part, and its name here. */
const parts = (of: SarifPart['of'], names: Readonly<Record<string, string>>): Parts => {
  const all: Parts = new Map();
  for (const [keys, name] of Object.entries(names)) {
    const steps = keys.split('/').map((key) => (key === '0' ? 0 : key));
    let level = all;
    for (const step of steps.slice(0, -1)) {
      const next = level.get(step);
      const deeper: Parts = next instanceof Map ? next : new Map();
      level.set(step, deeper);
      level = deeper;
    }
    level.set(steps.at(-1) ?? '', { of, name });
  }
  return all;
};

const same = (...keys: readonly string[]): Record<string, string> =>
  Object.fromEntries(keys.map((key) => [key, key]));

const RESULT = parts('result', {
  ...same('ruleId', 'ruleIndex', 'rule', 'kind', 'level', 'message', 'suppressions', 'baselineState'),
  ...same('fingerprints', 'partialFingerprints'),
  'locations/0/physicalLocation/artifactLocation/uri': 'uri',
  'locations/0/physicalLocation/artifactLocation/index': 'artifact',
  'locations/0/physicalLocation/region/startLine': 'line',
  'properties/security-severity': 'score',
});
const RULE = parts('rule', {
  ...same('id', 'defaultConfiguration', 'messageStrings'),
  'properties/security-severity': 'score',
});
const TOOL = parts('tool', { name: 'name' });
const LOG = parts('log', { version: 'version' });
const ARTIFACT = parts('artifact', { 'location/uri': 'uri' });
/** How many keys lead to the rules of a component, where the path goes through them; else 0. */
const rulesAt = (path: JsonPath): number =>
  path[3] === 'driver' && path[4] === 'rules' ? 5 : path[3] === 'extensions' && path[5] === 'rules' ? 6 : 0;

/** How many keys lead to the entry of a list that the path goes through: a result, artifact or rule; else 0. */
export const entryDepth = (path: JsonPath): number => {
  if (path.length < 4 || path[0] !== 'runs') return 0;
  const list = path[2] === 'results' || path[2] === 'artifacts' ? 3 : path[2] === 'tool' ? rulesAt(path) : 0;
  return list > 0 && path.length > list ? list + 1 : 0;
};

const namesAt = (path: JsonPath, depth: number): Parts | undefined => {
  if (path[2] === 'results') return RESULT;
  if (path[2] === 'artifacts') return ARTIFACT;
  if (path[2] !== 'tool') return undefined;
  if (depth > 0) return RULE;
  return path[3] === 'driver' ? TOOL : undefined;
};

/** Which part stands at a path; undefined where it is none that is read. */
export const partAt = (path: JsonPath): SarifPart | undefined => {
  const isLog = path.length === 1;
  if (!isLog && (path[0] !== 'runs' || path.length < 5)) return undefined;
  const depth = isLog ? 0 : entryDepth(path);
  let at: Parts | SarifPart | undefined = isLog ? LOG : namesAt(path, depth);
  for (let place = isLog ? 0 : depth || 4; place < path.length; place++) {
    if (!(at instanceof Map)) return undefined;
    at = at.get(path[place] ?? '');
  }
  return at instanceof Map ? undefined : at;
};
