/** A browser's storage: each tab has its own window, and gets storage events from the others. */
export function fakeStorage() {
  const stored = new Map<string, string>();
  const windows: EventTarget[] = [];
  const storage = {
    /** The storage is full: what is stored now is refused. */
    isFull: false,
    stored,
    tab() {
      const own: EventTarget = new EventTarget();
      const tell = (key: string, newValue: string | null) => {
        const event = Object.assign(new Event("storage"), { key, newValue });
        for (const other of windows) if (other !== own) other.dispatchEvent(event);
      };
      windows.push(own);
      const localStorage = {
        getItem: (key: string) => stored.get(key) ?? null,
        setItem(key: string, value: string) {
          if (storage.isFull) throw new DOMException("full", "QuotaExceededError");
          stored.set(key, value);
          tell(key, value);
        },
        removeItem(key: string) {
          stored.delete(key);
          tell(key, null);
        },
      };
      return Object.assign(own, { localStorage });
    },
  };
  return storage;
}
