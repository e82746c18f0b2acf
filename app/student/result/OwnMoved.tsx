"use client";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { MessageSquareQuote } from "#app/icons/icons.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { useSeat, useShown } from "#app/student/join/seat.ts";
import { mostMoved, ownCredits } from "#app/student/result/own-credits.ts";

/**
 * [V35] For an author whose words moved someone; spoken by RevealNews. One line per rebuttal, never a sum: less credited ones
 * appear only on the card.
 */
export function OwnMoved() {
  const t = useTranslations("card");
  const { desk, state, you } = useSeat();
  const { view } = useShown();
  const most = mostMoved(state, you);
  useEffect(() => {
    if (view === "result" && most > 0) desk.moved.change((seen) => Math.max(seen, most));
  }, [desk, view, most]);
  const own = [...ownCredits(state, you)];
  if (own.length === 0) return null;
  return (
    <div className="flex gap-3 border-l-4 border-good pl-4">
      <MessageSquareQuote aria-hidden="true" className="mt-1 size-6 shrink-0 text-good" />
      <div className="grid min-w-0 gap-2">
        {own.map(([id, count]) => (
          <div key={id}>
            <p className="font-serif text-2xl text-balance">{t("movedOwn", { count })}</p>
            <Written as="p" className="line-clamp-2 font-serif wrap-anywhere">
              {state.rebuttals.get(id)?.body}
            </Written>
          </div>
        ))}
      </div>
    </div>
  );
}
