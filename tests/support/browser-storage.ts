/** A browser's `localStorage` or `sessionStorage`: its keys are also its own properties. */
export class BrowserStorage {
  getItem = (key: string): string | null => (this as Record<string, unknown>)[key]?.toString() ?? null;
  setItem = (key: string, value: string) => Object.assign(this, { [key]: value });
  removeItem = (key: string) => delete (this as Record<string, unknown>)[key];
}
