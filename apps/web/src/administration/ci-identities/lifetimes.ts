/** How long a traded token may live; the server permits no more. */
export const LIFETIMES = [
  { value: '300', label: '5 minutes' },
  { value: '600', label: '10 minutes' },
  { value: '900', label: '15 minutes (the longest permitted)' },
] as const;
