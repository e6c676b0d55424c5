/**
 * The name that a person typed last in this browser, so that it need not be typed for each stop. It is a convenience and
 * no sign-in: whoever stands there can change it.
 */
const KEY = 'holdfast-name';

export function rememberedName(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    // A browser that forbids storage asks each time.
    return '';
  }
}

export function rememberName(name: string): void {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // See above.
  }
}
