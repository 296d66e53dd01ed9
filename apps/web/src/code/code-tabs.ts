/** The parts of the screen, in order; the first is shown where the address names none. */
export const TABS = [
  { value: 'coverage', label: 'Coverage' },
  { value: 'hotspots', label: 'Hotspots' },
  { value: 'coupling', label: 'Coupling' },
  { value: 'churn', label: 'Churn' },
  { value: 'pattern', label: 'Working pattern' },
] as const;

export type CodeTab = (typeof TABS)[number]['value'];

/** What an address's `tab` means. */
export const readTab = (value: string | undefined): CodeTab =>
  TABS.find((tab) => tab.value === value)?.value ?? TABS[0].value;
