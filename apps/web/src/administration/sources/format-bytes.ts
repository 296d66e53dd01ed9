/** `1.4 KB`, in steps of 1,000. */
export const formatBytes = (bytes: number): string => {
  const [size, unit] = bytes >= 1e6 ? [1e6, 'megabyte'] : bytes >= 1e3 ? [1e3, 'kilobyte'] : [1, 'byte'];
  return new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit,
    maximumFractionDigits: 1,
  }).format(bytes / size);
};
