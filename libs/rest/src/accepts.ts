/** The first of the offered media types that an Accept header takes, by its weights; undefined for none. */
export const acceptedType = (header: string | undefined, offered: readonly string[]): string | undefined => {
  if (header === undefined || header.trim() === '') return offered[0];
  const ranges = header.split(',').map((part) => {
    const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const weight = parameters
      .map((one) => /^q=([01](?:\.\d{0,3})?)$/.exec(one)?.[1])
      .find((one) => one !== undefined);
    return { type, weight: weight === undefined ? 1 : Number(weight) };
  });
  const specificity = (type: string, range: string): number => {
    if (range === type) return 3;
    if (range === `${type.split('/')[0]!}/*`) return 2;
    return range === '*/*' ? 1 : 0;
  };
  const weightOf = (type: string): number => {
    const fitting = ranges.filter((range) => specificity(type, range.type) > 0);
    fitting.sort((a, b) => specificity(type, b.type) - specificity(type, a.type));
    return fitting[0]?.weight ?? 0;
  };
  const best = offered
    .map((type) => ({ type, weight: weightOf(type) }))
    .sort((a, b) => b.weight - a.weight)[0];
  return best && best.weight > 0 ? best.type : undefined;
};
