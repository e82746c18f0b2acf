"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { UserRound } from "#app/icons/icons.ts";
import { Later, whenIdle } from "#app/shared/loading/later.tsx";
import { DialogLoading } from "#app/student/DialogLoading.tsx";
import { argue } from "#app/student/later-parts.tsx";
import type { Desk } from "#app/student/offline/desk.ts";

type YourDataProps = {
  code: string;
  /** What this phone keeps for the seat; nothing of it is sent while its words are being deleted. */
  desk?: Pick<Desk, "outbox" | "marks">;
  /** [Z17] Votes that were told as part of a count stay in it. */
  votesStay?: boolean;
};

/** A small button in every screen's header. Opens the settings and the seat's stored data. */
export function YourData({ code, desk, votesStay = false }: YourDataProps) {
  const t = useTranslations("student.access");
  const [state, setState] = useState<"never opened" | "open" | "closed">("never opened");
  const close = () => setState("closed");
  // Some screens that it stands in need nothing else of that script.
  useEffect(() => whenIdle(() => void argue.load()), []);
  return (
    <>
      <button
        type="button"
        aria-label={t("settings")}
        aria-haspopup="dialog"
        onClick={() => setState("open")}
        className="touch -mr-[min(0.75rem,2.5vw)] grid shrink-0 rounded-control text-ink-soft hover:bg-sunken hover:text-ink"
      >
        {/* A title of the button itself would be read out after its name, which is the same. */}
        <span aria-hidden="true" title={t("settings")} className="grid place-items-center">
          <UserRound className="size-5" />
        </span>
      </button>
      {state !== "never opened" && (
        <Later of={argue} fallback={<DialogLoading of={argue} open={state === "open"} onClose={close} />}>
          {({ YourDataDialog }) => (
            <YourDataDialog {...{ code, desk, votesStay }} open={state === "open"} onClose={close} />
          )}
        </Later>
      )}
    </>
  );
}
