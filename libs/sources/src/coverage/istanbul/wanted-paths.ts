import type { JsonPath } from '../../report/json-reader.ts';

/** Whether a value of Istanbul's JSON is one that is counted. The first step of its path is the file, or `total`. */
export const isWanted = (path: JsonPath): boolean => {
  const part = path[1];
  switch (path.length) {
    case 3:
      if (part === 's') return true;
      return (part === 'lines' || part === 'branches') && (path[2] === 'total' || path[2] === 'covered');
    case 4:
      return part === 'b';
    case 5:
      return part === 'statementMap' && path[3] === 'start' && path[4] === 'line';
    default:
      return false;
  }
};
