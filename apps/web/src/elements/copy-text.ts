/** Puts a text on the clipboard. Without https the browser's clipboard is missing, so the old way stands in. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.style.position = 'fixed';
    field.style.opacity = '0';
    // Inside of an open dialog, since its focus trap would take the focus back from outside.
    (document.querySelector('[role="dialog"]') ?? document.body).append(field);
    field.select();
    const isCopied = document.execCommand('copy');
    field.remove();
    return isCopied;
  }
};
