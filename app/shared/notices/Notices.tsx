"use client";
import { Toast } from "@base-ui/react/toast";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useReducer, useRef, useState } from "react";
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { useRestoredFocus } from "#app/shared/controls/restored-focus.ts";
import { useOutOfTheWay } from "#app/shared/notices/out-of-the-way.ts";
import { MOST, showToasts, type ToastData } from "#app/shared/notices/toast.ts";

const KINDS = {
  success: { style: "border-good/40 bg-good-wash", color: "text-good", Icon: CircleCheck },
  info: { style: "border-line-strong bg-surface", color: "text-ink-soft", Icon: Info },
  warning: { style: "border-warn/40 bg-warn-wash", color: "text-warn", Icon: TriangleAlert },
  error: { style: "border-danger/40 bg-danger-wash", color: "text-danger", Icon: CircleAlert },
} as const;

/** After the words, in which screen readers say what can be done. 48 px to the thumb, as small buttons are. */
const BUTTON =
  "relative min-h-9 max-w-full shrink-0 rounded-control border border-line-strong px-3 font-semibold after:absolute after:inset-x-0 after:top-1/2 after:h-12 after:-translate-y-1/2 hover:bg-sunken";

type NoticesProps = { position?: "top-center" | "bottom-right" };

/**
 * [F10] Where `toast` speaks. Once a face, in its layout; not on the projector. It takes no focus, keeps none and covers
 * nothing that has it; F8 leads to it.
 */
export function Notices({ position = "top-center" }: NoticesProps) {
  const [visit, renew] = useReducer((count: number) => count + 1, 0);
  useRestoredFocus();
  return <Toasts key={visit} position={position} onReturn={renew} />;
}

/** `onReturn`: the window has the focus again, and the last toast went while it had not. */
type ToastsProps = Required<NoticesProps> & { onReturn: () => void };

function Toasts({ position, onReturn }: ToastsProps) {
  const [manager] = useState(() => Toast.createToastManager<ToastData>());
  // Base UI listens to the manager in an effect of the provider, which runs before this one.
  useEffect(() => {
    const { add, close, update } = manager;
    return showToasts({ add, close, update: (id, timeout) => update(id, { timeout }) });
  }, [manager]);
  return (
    <Toast.Provider toastManager={manager} limit={MOST.all}>
      <Toast.Portal>
        <Place position={position} onReturn={onReturn} />
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Place({ position, onReturn }: ToastsProps) {
  const t = useTranslations("shared");
  const { toasts } = Toast.useToastManager<ToastData>();
  const isEmpty = toasts.length === 0;
  const place = useRef<HTMLDivElement>(null);
  const { isAtTop, edge, room } = useOutOfTheWay(place, position === "top-center", isEmpty);
  useKeyTo(place);
  useReturn(isEmpty, onReturn);
  return (
    <Toast.Viewport
      ref={place}
      data-toasts
      // A landmark once there is something in it.
      role={isEmpty ? undefined : "region"}
      aria-label={isEmpty ? undefined : t("notifications")}
      aria-live="off"
      // Small enough for the other end of the page to be free.
      style={{
        [isAtTop ? "top" : "bottom"]: `max(${edge}px, env(safe-area-inset-${isAtTop ? "top" : "bottom"}))`,
        maxHeight: `min(45dvh, ${room}px)`,
      }}
      className={classNames(
        // Above dialogs, which would cut them off.
        "fixed left-1/2 z-60 w-[min(26rem,calc(100vw-1.5rem))] -translate-x-1/2 overflow-y-auto rounded-card print:hidden",
        position === "bottom-right" &&
          "sm:right-6 sm:left-auto sm:translate-x-0 xl:max-2xl:right-4 xl:max-2xl:w-76",
      )}
    >
      {/* Is there before its words: what comes with its region is not read out. */}
      <div aria-live="polite">
        <ToastList toasts={toasts.filter(({ data }) => !data?.isNews)} newest={toasts[0]} />
      </div>
      <ToastList toasts={toasts.filter(({ data }) => data?.isNews)} newest={toasts[0]} />
    </Toast.Viewport>
  );
}

type ShownToast = Toast.Root.ToastObject<ToastData>;

type ToastListProps = { toasts: readonly ShownToast[]; newest: ShownToast | undefined };

function ToastList({ toasts, newest }: ToastListProps) {
  if (toasts.length === 0) return null;
  return (
    <ol className="grid grid-cols-1 gap-2 [:not(:empty)+&]:mt-2">
      {toasts.map((each) => (
        <ToastItem key={each.id} shown={each} isNewest={each === newest} />
      ))}
    </ol>
  );
}

function ToastItem({ shown, isNewest }: { shown: ShownToast; isNewest: boolean }) {
  const t = useTranslations("shared");
  const { title, data } = shown;
  if (!data) return null;
  const { kind, count, also } = data;
  const { style, color, Icon } = KINDS[kind];
  return (
    <Toast.Root
      toast={shown}
      data-newest={isNewest || undefined}
      // A long notice scrolls.
      swipeDirection={[]}
      // One of a list: as a dialog it would be one more stop of the Tab key.
      render={({ role: _dialog, "aria-modal": _modal, ...props }) => <li {...props} />}
      tabIndex={-1}
      // What does not fit beside the words stands below them.
      className={classNames(
        "relative flex flex-wrap items-start gap-x-[min(0.75rem,3vw)] gap-y-3 rounded-card border py-3 pr-[min(3rem,14vw)] pl-[min(1rem,4vw)] text-sm text-ink shadow-float -outline-offset-3!",
        style,
      )}
    >
      <Icon aria-hidden="true" className={classNames("mt-0.5 size-[min(1.25rem,6vw)] shrink-0", color)} />
      <div key={count} className="min-w-0 flex-1 basis-[min(10rem,50vw)] wrap-anywhere">
        <Toast.Title render={<p />} className="font-semibold">
          <span className="sr-only">{t(`notice.${kind}`)}: </span>
          {title}
        </Toast.Title>
        <Toast.Description className="text-ink-soft" />
      </div>
      {also && <button type="button" {...also} className={BUTTON} />}
      <Toast.Action className={BUTTON} />
      <Toast.Close
        // Screen readers find it wherever the focus is.
        aria-hidden={undefined}
        aria-label={t("closeNamed", { what: String(title) })}
        className="absolute top-1.5 right-[min(0.375rem,1vw)] grid size-[min(2.25rem,12vw)] place-items-center rounded-control after:absolute after:-inset-1.5 hover:bg-sunken"
      >
        <X aria-hidden="true" className="size-4.5" />
      </Toast.Close>
    </Toast.Root>
  );
}

/**
 * F8 leads to the newest of them. F6, Base UI's key, does not reach it: once pressed, Tab would go back to where it was pressed, and
 * never past the toasts.
 */
function useKeyTo(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === "F6") return event.stopPropagation();
      if (event.key !== "F8" || event.ctrlKey || event.metaKey || event.altKey) return;
      const newest = place.current?.querySelector<HTMLElement>("[data-newest] button");
      if (!newest) return;
      event.preventDefault();
      newest.focus();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [place]);
}

/** Base UI sees the window get the focus back only while it shows toasts; without that, every later toast would stay. */
function useReturn(isEmpty: boolean, onReturn: () => void): void {
  const hasLeft = useRef(false);
  useEffect(() => {
    const leave = () => {
      if (!isEmpty) hasLeft.current = true;
    };
    const comeBack = () => {
      if (isEmpty && hasLeft.current) onReturn();
      hasLeft.current = false;
    };
    window.addEventListener("blur", leave);
    window.addEventListener("focus", comeBack);
    return () => {
      window.removeEventListener("blur", leave);
      window.removeEventListener("focus", comeBack);
    };
  }, [isEmpty, onReturn]);
}
