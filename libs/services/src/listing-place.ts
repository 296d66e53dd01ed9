const PLACE = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const isTime = (part: string | number | undefined): boolean => {
  if (typeof part !== 'string' || !PLACE.test(part)) return false;
  const iso = part.replace(' ', 'T').replace('+00', 'Z');
  const at = Date.parse(iso);
  return at >= 0 && new Date(at).toISOString().slice(0, 19) === iso.slice(0, 19);
};

/** Whether it is a place in a listing by time: a time that exists, as PostgreSQL writes it, and a row's id. */
export const isTimePlace = (
  parts: readonly (string | number)[],
): parts is [time: string, rowId: string] & readonly (string | number)[] =>
  isTime(parts[0]) && UUID.test(String(parts[1]));
