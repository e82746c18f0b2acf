import { afterEach, beforeEach } from "vitest";
import { showToasts, type Toast } from "#app/shared/notices/toast.ts";

/** What a page shows in each test of a file, from the oldest on. */
export function shownToasts(): () => readonly Toast[] {
  const shown = new Map<string, Toast>();
  let stop = () => {};
  beforeEach(() => {
    stop = showToasts({
      add: (toast) => {
        shown.delete(toast.id);
        shown.set(toast.id, toast);
      },
      close: (id) => {
        shown.get(id)?.onClose?.();
        shown.delete(id);
      },
      update: (id, timeout) => {
        const toast = shown.get(id);
        if (toast) shown.set(id, { ...toast, timeout });
      },
    });
  });
  afterEach(() => {
    for (const { onClose } of shown.values()) onClose?.();
    shown.clear();
    stop();
  });
  return () => [...shown.values()];
}
