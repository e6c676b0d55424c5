/**
 * Light, dark, high contrast, or as the computer says. The choice is kept in this browser only and set as attributes on the
 * page; a computer that asks for more contrast gets it as long as nobody chose otherwise here.
 */
export const THEMES = ['auto', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'holdfast-theme';
const MORE = '(prefers-contrast: more)';

export function readTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return THEMES.find((theme) => theme === kept) ?? 'auto';
  } catch {
    // A browser that forbids storage still shows the board.
    return 'auto';
  }
}

function paint(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'light' || theme === 'dark') dataset['theme'] = theme;
  else delete dataset['theme'];
  if (theme === 'contrast' || (theme === 'auto' && matchMedia(MORE).matches)) dataset['contrast'] = 'more';
  else delete dataset['contrast'];
}

export function applyTheme(theme: Theme): void {
  paint(theme);
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // See above: the choice then lasts as long as the page.
  }
}

/** Until the page goes. */
export function followContrast(): void {
  matchMedia(MORE).addEventListener('change', () => paint(readTheme()));
}

/** Told after every change of the hues, by choice here or by the computer; ended by what it gives back. */
export function followHues(changed: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const chosen = new MutationObserver(changed);
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-contrast'] });
  dark.addEventListener('change', changed);
  return () => {
    chosen.disconnect();
    dark.removeEventListener('change', changed);
  };
}
