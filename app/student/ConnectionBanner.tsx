"use client";
import { WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "#app/shared/class-names.ts";
import { useSeat } from "#app/student/seat.ts";

/**
 * Quiet, moves nothing, and comes only when the connection has been away for a while: phones lose it
 * for a moment all the time. It stands above the button at the foot of the rebuttals.
 */
export function ConnectionBanner({ isLate }: { isLate: boolean }) {
  const t = useTranslations("student.connection");
  const { waiting, view, state } = useSeat();
  const hasButton = view === "argue" && state.snapshot.phase === "rebuttal";
  const kept = waiting.filter((item) => !item.refused).length;
  return (
    <div
      role="status"
      className={classNames(
        "pointer-events-none fixed inset-x-4 z-20 flex justify-center",
        hasButton
          ? "bottom-[calc(5.5rem+env(safe-area-inset-bottom))]"
          : "bottom-[max(0.75rem,env(safe-area-inset-bottom))]",
      )}
    >
      {isLate && (
        <p className="flex items-center gap-2 rounded-control border border-warn/40 bg-warn-wash px-4 py-2 text-sm shadow-float">
          <WifiOff aria-hidden="true" className="size-4 shrink-0 text-warn" />
          <span>
            <span className="font-semibold">{t("reconnecting")}</span>{" "}
            {kept > 0 && t("kept", { count: kept })}
          </span>
        </p>
      )}
    </div>
  );
}
