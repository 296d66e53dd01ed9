/** Has the browser store something as a file. */
export const download = (name: string, url: string): void => {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
};

/** The same for something that is not at an address yet. */
export const downloadBlob = (name: string, blob: Blob): void => {
  const url = URL.createObjectURL(blob);
  download(name, url);
  // Once the browser has taken it up.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
