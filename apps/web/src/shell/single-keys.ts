/** WCAG 2.1.4: keys without Ctrl can be switched off, since dictation types them by accident. */
const KEY = 'codemetrics-single-keys';

/** Whether `/` and `?` do something by themselves; kept in this browser. */
export const areSingleKeysOn = (): boolean => {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
};

export const setSingleKeys = (isOn: boolean): void => {
  try {
    if (isOn) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // A browser that keeps nothing: they stay on.
  }
};
