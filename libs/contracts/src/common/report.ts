/** The largest report, unpacked. */
export const MAX_REPORT_BYTES = 64 * 1024 * 1024;
