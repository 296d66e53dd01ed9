const UNITS = [
  [1e6, 'MB'],
  [1e3, 'kB'],
] as const;

/** `1.4 kB`, in steps of 1,000. */
export const formatBytes = (bytes: number): string => {
  const [size, unit] = UNITS.find(([least]) => bytes >= least) ?? [1, 'B'];
  const number = (bytes / size).toLocaleString(undefined, { maximumFractionDigits: 1 });
  return `${number}\u00a0${unit}`;
};
