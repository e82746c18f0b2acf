"use client";
import { useTranslations } from "next-intl";
import { type FocusEvent, type RefObject, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { useKeptFocus } from "#app/shared/controls/kept-focus.ts";
import { onToasts, shownToasts, staysFor, type Toast, toast } from "#app/shared/notices/toast.ts";

const KINDS = {
  success: { look: "border-good/40 bg-good-wash", color: "text-good", Icon: CircleCheck },
  info: { look: "border-line-strong bg-surface", color: "text-ink-soft", Icon: Info },
  warning: { look: "border-warn/40 bg-warn-wash", color: "text-warn", Icon: TriangleAlert },
  error: { look: "border-danger/40 bg-danger-wash", color: "text-danger", Icon: CircleAlert },
} as const;

/** Also after the words: screen readers say what can be done. 48 px to the thumb, as small buttons are. */
const BUTTON =
  "relative min-h-9 shrink-0 rounded-control border border-line-strong px-3 font-semibold whitespace-nowrap after:absolute after:inset-x-0 after:top-1/2 after:h-12 after:-translate-y-1/2 hover:bg-sunken";

const NONE: readonly Toast[] = [];
/** How often they look whether they cover what has the focus, in milliseconds. */
const LOOK = 250;
/** Between the bar and them, in pixels. */
const GAP = 8;

export type NoticesProps = { position?: "top-center" | "bottom-right" };

/**
 * [F10] Where `toast` speaks. Once a face, in its layout; not on the projector. It takes no focus, keeps none and covers
 * nothing that has it; F8 leads to it.
 */
export function Notices({ position = "top-center" }: NoticesProps) {
  const t = useTranslations("shared");
  const toasts = useSyncExternalStore(onToasts, shownToasts, () => NONE);
  const place = useRef<HTMLDivElement>(null);
  const { isAtTop, below } = useOutOfTheWay(place, position === "top-center", toasts);
  const [isHeld, setHeld] = useHeld(place, toasts);
  useKeyTo(place);
  useKeptFocus();
  const leave = (event: FocusEvent) => setHeld(event.currentTarget.contains(event.relatedTarget));
  const spoken = toasts.filter(({ isNews }) => !isNews);
  const news = toasts.filter(({ isNews }) => isNews);
  const newest = toasts.at(-1);
  return (
    <div
      ref={place}
      data-toasts
      style={isAtTop && below > 0 ? { top: below } : undefined}
      className={classNames(
        // Above dialogs, which would cut them off.
        "fixed left-1/2 z-60 w-[min(26rem,calc(100vw-1.5rem))] -translate-x-1/2 print:hidden",
        position === "bottom-right" &&
          "sm:right-6 sm:left-auto sm:translate-x-0 xl:max-2xl:right-4 xl:max-2xl:w-76",
        isAtTop
          ? "top-[max(0.75rem,env(safe-area-inset-top))]"
          : // Above the control room's next step and wall, which stand at the foot of a phone.
            position === "bottom-right"
            ? "bottom-[calc(12.5rem+env(safe-area-inset-bottom))] sm:bottom-6 short:bottom-3"
            : "bottom-[max(0.75rem,env(safe-area-inset-bottom))]",
      )}
    >
      <section
        aria-label={newest && t("notifications")}
        // Small enough for the other end of the page to be free.
        style={isAtTop && below > 0 ? { maxHeight: `calc(45dvh - ${below}px)` } : undefined}
        className={classNames(
          "max-h-[45dvh] overflow-y-auto rounded-card",
          position === "bottom-right" && "max-sm:[@media(min-height:30rem)]:max-h-[30dvh]",
        )}
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={leave}
      >
        {/* Is there before its words: what comes with its region is not read out. */}
        <div aria-live="polite">
          <ToastList toasts={spoken} newest={newest} isHeld={isHeld} />
        </div>
        <ToastList toasts={news} newest={newest} isHeld={isHeld} />
      </section>
    </div>
  );
}

type ToastListProps = { toasts: readonly Toast[]; newest: Toast | undefined; isHeld: boolean };

function ToastList({ toasts, newest, isHeld }: ToastListProps) {
  if (toasts.length === 0) return null;
  return (
    <ol className="grid gap-2 [:not(:empty)+&]:mt-2">
      {toasts.toReversed().map((each) => (
        <ToastItem key={each.count} shown={each} isNewest={each === newest} isHeld={isHeld} />
      ))}
    </ol>
  );
}

type ToastItemProps = { shown: Toast; isNewest: boolean; isHeld: boolean };

function ToastItem({ shown, isNewest, isHeld }: ToastItemProps) {
  const t = useTranslations("shared");
  const { id, kind, title, description, action, also } = shown;
  const { look, color, Icon } = KINDS[kind];
  const stays = staysFor(shown);
  const isHidden = useSyncExternalStore(onVisibility, () => document.hidden);
  useEffect(() => {
    if (stays === null || isHeld || isHidden) return;
    const timer = setTimeout(() => toast.dismiss(id), stays);
    return () => clearTimeout(timer);
  }, [id, stays, isHeld, isHidden]);
  return (
    <li
      data-newest={isNewest || undefined}
      className={classNames(
        // What does not fit beside the words stands below them, and no button is broken over lines.
        "relative flex flex-wrap items-start gap-3 rounded-card border px-4 py-3 pr-12 text-sm text-ink shadow-float",
        look,
      )}
      onKeyDown={({ key }) => key === "Escape" && toast.dismiss(id)}
    >
      <Icon aria-hidden="true" className={classNames("mt-0.5 size-5 shrink-0", color)} />
      <div className="min-w-0 flex-1 basis-40 wrap-anywhere">
        <p className="font-semibold">
          <span className="sr-only">{t(`notice.${kind}`)}: </span>
          {title}
        </p>
        {description && <p className="text-ink-soft">{description}</p>}
      </div>
      {[also, action].map(
        (button) =>
          button && (
            <button
              key={button.label}
              type="button"
              onClick={() => {
                toast.dismiss(id);
                button.onClick();
              }}
              className={BUTTON}
            >
              {button.label}
            </button>
          ),
      )}
      <button
        type="button"
        aria-label={t("closeNamed", { what: title })}
        onClick={() => toast.dismiss(id)}
        className="absolute top-1.5 right-1.5 grid size-9 place-items-center rounded-control after:absolute after:-inset-1.5 hover:bg-sunken"
      >
        <X aria-hidden="true" className="size-4.5" />
      </button>
    </li>
  );
}

/** Whether someone is at them. Where one goes that had the pointer or the focus, no event says so. */
function useHeld(place: RefObject<HTMLElement | null>, toasts: readonly Toast[]) {
  const held = useState(false);
  const [, setHeld] = held;
  useEffect(() => {
    const at = place.current;
    const isAtThem = at !== null && (at.matches(":hover") || at.contains(document.activeElement));
    setHeld(toasts.length > 0 && isAtThem);
  }, [place, toasts]);
  return held;
}

/**
 * [F10] Whether they stand at the top: at the other end of the page while they would cover what has the focus. `below`: in pixels,
 * where the control room's bar ends that has the next step and the timer; 0 where it is out of sight, or leaves too little room.
 */
function useOutOfTheWay(
  place: RefObject<HTMLElement | null>,
  atTopFirst: boolean,
  toasts: readonly Toast[],
): { isAtTop: boolean; below: number } {
  const [isAtTop, setAtTop] = useState(atTopFirst);
  const [below, setBelow] = useState(0);
  useEffect(() => {
    if (toasts.length === 0) return setAtTop(atTopFirst);
    const look = () => {
      const bar = document.querySelector("[data-fills-window] > header")?.getBoundingClientRect().bottom ?? 0;
      setBelow(bar > 0 && bar < window.innerHeight / 3 ? Math.ceil(bar) + GAP : 0);
      const focused = document.activeElement;
      if (!place.current || !focused || focused === document.body || place.current.contains(focused)) return;
      const [one, other] = [place.current.getBoundingClientRect(), focused.getBoundingClientRect()];
      const isCovered =
        one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
      if (isCovered) setAtTop(other.top + other.bottom > window.innerHeight);
    };
    // After the page has scrolled to it.
    const lookSoon = () => requestAnimationFrame(look);
    lookSoon();
    document.addEventListener("focusin", lookSoon);
    // Some pages scroll to it later.
    document.addEventListener("scroll", lookSoon, true);
    // What arrives meanwhile moves what has the focus, and no event says so.
    const looking = setInterval(look, LOOK);
    return () => {
      clearInterval(looking);
      document.removeEventListener("focusin", lookSoon);
      document.removeEventListener("scroll", lookSoon, true);
    };
  }, [place, atTopFirst, toasts]);
  return { isAtTop, below };
}

/** F8 leads to the newest of them. */
function useKeyTo(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
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

function onVisibility(listener: () => void): () => void {
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
}
