"use client";
import { useTranslations } from "next-intl";
import { MessageSquareQuote } from "#app/icons/icons.ts";
import { useSeat } from "#app/student/join/seat.ts";
import { peopleMoved } from "#app/student/result/own-credits.ts";

/** [V21] For an author whose words moved someone; spoken by RevealNews. */
export function OwnMoved() {
  const t = useTranslations("card");
  const { state, you } = useSeat();
  const count = peopleMoved(state.result?.moved, you);
  if (count === 0) return null;
  return (
    <div className="flex gap-3 border-l-4 border-good pl-4">
      <MessageSquareQuote aria-hidden="true" className="mt-1 size-6 shrink-0 text-good" />
      <div>
        <p className="font-serif text-2xl text-balance">{t("moved", { count })}</p>
        <p className="text-sm text-ink-soft">{t("movedWhy")}</p>
      </div>
    </div>
  );
}
