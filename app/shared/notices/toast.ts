export type ToastKind = "success" | "info" | "warning" | "error";
type ToastButton = { label: string; onClick: () => void };

type ToastOptions = {
  /** One toast of a name at a time: a newer one takes its place. Without a name its words are one. */
  id?: string;
  description?: string;
  /** [F2] It is announced as news, so screen readers are not told of it a second time. */
  isNews?: boolean;
  action?: ToastButton;
  /** A second action, for what belongs to the first. */
  also?: ToastButton;
  /** [F26] A problem of a phase that is over. */
  isOver?: boolean;
};
export type Toast = ToastOptions & { id: string; count: number; kind: ToastKind; title: string };

/** At once: more of them would cover what the page is for. [F10] Problems, which stay, have room of their own. */
const MOST = { passing: 2, all: 4 } as const;
/** [F10] Milliseconds that words stay while no one is at them; twenty seconds where something can be pressed. */
const STAYS = { words: 8_000, buttons: 20_000 } as const;

let toasts: readonly Toast[] = [];
let count = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

const show =
  (kind: ToastKind) =>
  (title: string, options: ToastOptions = {}): void => {
    count += 1;
    const shown: Toast = { ...options, id: options.id ?? `${kind} ${title}`, count, kind, title };
    const all = [...toasts.filter(({ id }) => id !== shown.id), shown];
    // The oldest makes room, and problems the last.
    const passing = all.filter((each) => staysFor(each) !== null);
    const isTooMany = passing.length > MOST.passing || all.length > MOST.all;
    const oldest = passing[0] ?? all[0];
    change(isTooMany ? all.filter((each) => each !== oldest) : all);
  };

/** Says something at the edge of the page, where `Notices` stands. */
export const toast = {
  success: show("success"),
  info: show("info"),
  warning: show("warning"),
  error: show("error"),
  /** [F26] Problems go like other words once the class has moved on. */
  endProblems: (): void => {
    if (toasts.some((each) => staysFor(each) === null))
      change(toasts.map((each) => (staysFor(each) === null ? { ...each, isOver: true } : each)));
  },
  dismiss: (gone: string): void => {
    if (toasts.some(({ id }) => id === gone)) change(toasts.filter(({ id }) => id !== gone));
  },
};

/** [F10] Milliseconds until it goes; null for a problem, which stays until it is closed or [F26] its phase is over. */
export function staysFor({ kind, action, also, isOver }: Toast): number | null {
  if (!isOver && (kind === "error" || kind === "warning")) return null;
  return action || also ? STAYS.buttons : STAYS.words;
}

export const shownToasts = (): readonly Toast[] => toasts;

export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
