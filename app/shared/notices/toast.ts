import type { ToastManagerAddOptions } from "@base-ui/react/toast";

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
};

type ButtonProps = { children: string; onClick: () => void };
/** `count`: the same words again are announced again. */
export type ToastData = { kind: ToastKind; count: number; isNews: boolean; also: ButtonProps | null };
export type Toast = ToastManagerAddOptions<ToastData> & {
  id: string;
  timeout: number;
  actionProps: ButtonProps | undefined;
};
type Toasts = {
  add: (toast: Toast) => void;
  close: (id: string) => void;
  update: (id: string, timeout: number) => void;
};

/** At once: more of them would cover what the page is for. [F10] Problems, which stay, have room of their own. */
export const MOST = { passing: 2, all: 4 } as const;
/** [F10] Milliseconds that words stay while no one is at them; twenty seconds where something can be pressed. */
const STAYS = { words: 8_000, buttons: 20_000 } as const;
/** [F10] A problem stays until it is closed or [F26] its phase is over. */
const UNTIL_CLOSED = 0;

/** From the oldest on. They wait for a page that shows toasts, and move on to the next page. */
const open = new Map<string, Toast>();
let shownBy: Toasts | null = null;
let count = 0;

/** Shows toasts until the returned function is called. */
export function showToasts(toasts: Toasts): () => void {
  shownBy = toasts;
  for (const each of open.values()) toasts.add(each);
  return () => {
    if (shownBy === toasts) shownBy = null;
  };
}

const show =
  (kind: ToastKind) =>
  (title: string, options: ToastOptions = {}): void => {
    const { id = `${kind} ${title}`, description, isNews = false, action, also } = options;
    count += 1;
    const closing = ({ label, onClick }: ToastButton): ButtonProps => ({
      children: label,
      onClick: () => {
        toast.dismiss(id);
        onClick();
      },
    });
    const isProblem = kind === "error" || kind === "warning";
    const shown: Toast = {
      ...{ id, title, description },
      timeout: isProblem ? UNTIL_CLOSED : action || also ? STAYS.buttons : STAYS.words,
      actionProps: action && closing(action),
      data: { kind, count, isNews, also: also ? closing(also) : null },
      onClose: () => open.delete(id),
    };
    open.delete(id);
    open.set(id, shown);
    shownBy?.add(shown);
    makeRoom();
  };

/** The oldest makes room, problems the last, and the newest never. */
function makeRoom(): void {
  const passing = [...open.values()].filter(({ timeout }) => timeout !== UNTIL_CLOSED);
  const older = [...open.values()].slice(0, -1);
  const oldest = older.find((each) => passing.includes(each)) ?? older[0];
  if (oldest && (passing.length > MOST.passing || open.size > MOST.all)) toast.dismiss(oldest.id);
}

/** Says something at the edge of the page, where `Notices` stands. */
export const toast = {
  success: show("success"),
  info: show("info"),
  warning: show("warning"),
  error: show("error"),
  /** [F26] Problems go like other words once the class has moved on. */
  endProblems: (): void => {
    for (const each of open.values()) {
      if (each.timeout !== UNTIL_CLOSED) continue;
      each.timeout = each.actionProps || each.data?.also ? STAYS.buttons : STAYS.words;
      shownBy?.update(each.id, each.timeout);
    }
  },
  dismiss: (gone: string): void => {
    open.delete(gone);
    shownBy?.close(gone);
  },
};
