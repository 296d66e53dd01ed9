const NUMBER = /^(\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const THOUSANDS = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/;
const TIME = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(?:(Z|UTC|GMT)|([+-]\d\d):?(\d\d))?$/i;
// A clock that was never set shows the year 1, 1970 or 1980
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/** Seconds as writers have them: `0.012`, `1,234.5` and, with a comma for the point, `0,012`; else null. */
export const readSeconds = (text = ''): number | null => {
  const plain = THOUSANDS.test(text.trim()) ? text.replaceAll(',', '') : text.replace(',', '.');
  const seconds = NUMBER.test(plain.trim()) ? Number(plain) : Number.NaN;
  return seconds < 1e9 ? seconds : null;
};

/** A time in ms; null where it is none or can't be true. Without a zone it is UTC: the report doesn't say where it was. */
export const readTime = (text = ''): number | null => {
  const [, date, time, , hours, minutes] = TIME.exec(text.trim().slice(0, 40)) ?? [];
  const at = Date.parse(`${date}T${time}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`);
  return at >= EARLIEST && at < LATEST ? at : null;
};
