"use client";
import { useTranslations } from "next-intl";
import { PHONE } from "#app/activities/phone.ts";
import { SaveOff, WifiOff } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { useNews } from "#app/shared/notices/announce.ts";
import type { View } from "#app/shared/views-of-phase.ts";
import { type HeldUpBy, useSeat, useShown, useWaiting } from "#app/student/join/seat.ts";
import { useStorageNote } from "#app/student/offline/use-storage-note.ts";

export const HELD_UP_ICONS = { connection: WifiOff, storage: SaveOff } as const satisfies Record<
  HeldUpBy,
  unknown
>;

/** [F19] Whether it is said in the header: where answers or what an activity shows fill the window of a small phone. */
export const isHeldUpInHeader = (view: View) => view === "vote" || PHONE.some(({ fills }) => fills === view);

/**
 * Why messages don't arrive. Appears without moving the page. It stands above the button at the foot of the rebuttals, and the page
 * ends below it, so that all of it can be scrolled clear.
 */
export function HeldUpBanner() {
  const t = useTranslations("student.heldUp");
  const { state, heldUpNote: by } = useSeat();
  const { view } = useShown();
  const waiting = useWaiting();
  const hasButton = view === "argue" && state.snapshot.phase === "rebuttal";
  const kept = waiting.filter((item) => !item.refused).length;
  const Icon = by && HELD_UP_ICONS[by];
  const storageNote = useStorageNote();
  useNews("connection", by && t(`${by}.why`));
  return (
    <div
      className={classNames(
        "pointer-events-none fixed inset-x-4 z-20 flex justify-center",
        hasButton
          ? "bottom-[calc(5.5rem+env(safe-area-inset-bottom))]"
          : "bottom-[max(0.75rem,env(safe-area-inset-bottom))]",
      )}
    >
      {by && Icon && !isHeldUpInHeader(view) && (
        <p
          data-held-up
          className="flex items-center gap-2 rounded-control border border-warn/40 bg-warn-wash px-4 py-2 text-sm shadow-float"
        >
          <Icon aria-hidden="true" className="size-4 shrink-0 text-warn" />
          <span>
            <span className="font-semibold">{t(`${by}.why`)}</span>{" "}
            {kept > 0 &&
              (by === "storage" ? storageNote(t("storage.kept")) : t(`${by}.kept`, { count: kept }))}
          </span>
        </p>
      )}
    </div>
  );
}

/** [F19] The same in the header, in two short lines at most; as its icon alone where the time needs the room. */
export function HeldUpMark({ by, isShort }: { by: HeldUpBy; isShort: boolean }) {
  const t = useTranslations("student.heldUp");
  const Icon = HELD_UP_ICONS[by];
  return (
    <p className="flex min-w-0 items-center gap-1.5 text-xs leading-tight font-semibold text-warn">
      {/* Its words need all the room of the smallest phones. */}
      <Icon aria-hidden="true" className={classNames("size-4 shrink-0", !isShort && "max-[22rem]:hidden")} />
      <span className={isShort ? "sr-only" : "min-w-0"}>{t(`${by}.why`)}</span>
    </p>
  );
}
