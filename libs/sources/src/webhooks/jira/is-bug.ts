/** What Jira calls its issue type Bug in the languages that it comes in, where the word is not `bug` itself. */
const BUGS = new Set([
  '缺陷',
  '故障',
  '錯誤',
  '错误',
  'バグ',
  '不具合',
  '버그',
  '결함',
  'ошибка',
  'баг',
  'дефект',
  'помилка',
  'fehler',
  'bogue',
  'anomalie',
  'error',
  'incidencia',
  'erro',
  'defeito',
  'difetto',
  'fout',
  'fejl',
  'feil',
  'fel',
  'bugg',
  'virhe',
  'viga',
  'błąd',
  'chyba',
  'hiba',
  'eroare',
  'hata',
]);

/** Whether an issue type of this name is a bug, in whichever language. */
export const isBug = (name: string): boolean =>
  BUGS.has(name.trim().toLowerCase()) || /(^|[^\p{L}])(bug|defect)s?($|[^\p{L}])/iu.test(name);
