import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CodeMetricsClient } from '@codemetrics/client';
import type { Comparison } from './comparison.ts';
import { compareChanges } from './devlake-changes.ts';
import { compareIncidents } from './devlake-incidents.ts';
import { isChangesScenario, isIncidentsScenario } from './scenario.ts';

/** Sends each scenario of a directory through the public API and compares what comes out. */
export const compareWithDevLake = async (
  client: CodeMetricsClient,
  directory: string,
): Promise<{ readonly file: string; readonly rows: readonly Comparison[] }[]> => {
  const files = (await readdir(directory)).filter((file) => file.endsWith('.json')).sort();
  const compared = [];
  for (const [index, file] of files.entries()) {
    const scenario = JSON.parse(await readFile(join(directory, file), 'utf8')) as object;
    const ids = ['a', 'b'].map((letter) => `peer-devlake-${index + 1}${letter}`) as [string, string];
    await client.workloads.apply({ workloads: ids.map((id) => ({ id, name: `Compared: ${file}` })) });
    if (isChangesScenario(scenario))
      compared.push({ file, rows: await compareChanges(client, scenario, ids[0]) });
    else if (isIncidentsScenario(scenario))
      compared.push({
        ...{ file, rows: await compareIncidents(client, scenario, { parts: ids[0], whole: ids[1] }) },
      });
    else console.error(`${file}: not a scenario, left out`);
  }
  return compared;
};
