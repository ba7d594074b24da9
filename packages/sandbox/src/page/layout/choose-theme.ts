export type Theme = 'dark' | 'light';

const storageKey = 'sandbox-theme';

/** The theme chosen by hand, on this visit or an earlier one, else the one the system asks for. */
export function chooseTheme(storage: Storage, prefersLight: boolean): Theme {
  const kept = storage.getItem(storageKey);
  if (kept === 'dark' || kept === 'light') return kept;
  return prefersLight ? 'light' : 'dark';
}

export function keepTheme(storage: Storage, theme: Theme): void {
  storage.setItem(storageKey, theme);
}
