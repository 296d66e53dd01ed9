/** The processor time that this thread has used; waiting, and what other threads do, does not count. */
export const processorMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};
