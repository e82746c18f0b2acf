"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "#app/shared/controls/Button.tsx";
import { FieldError } from "#app/shared/controls/FieldError.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { useNewsInSight } from "#app/student/use-news-in-sight.ts";
import type { Refusal } from "#debate/rules/result.ts";

/** [P38] Asks whether one is there, since a partner can't find one. */
export function MissedBar() {
  const { you } = useSeat();
  const t = useTranslations("student.pairs");
  const { pair } = you;
  const isMissed = typeof pair === "object" && pair.missed === true;
  const title = t("missedTitle", { count: typeof pair === "object" ? pair.partners.length : 1 });
  const bar = useRef<HTMLElement>(null);
  useNewsInSight(isMissed, title, bar);
  return (
    <section ref={bar} className="mx-auto w-full max-w-measure">
      {isMissed && <Asked title={title} />}
    </section>
  );
}

function Asked({ title }: { title: string }) {
  const t = useTranslations("student.pairs");
  const tRefusals = useTranslations("refusals");
  const { live, heldUpBy } = useSeat();
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const answer = async () => {
    setPending(true);
    const answered = await live.send("pairs:here", {});
    setPending(false);
    // The request was withdrawn.
    setRefusal(answered.ok || answered.code === "not-found" ? null : answered.code);
  };
  return (
    <div className="mb-8 grid grid-cols-1 gap-3 rounded-control border-4 border-ink bg-surface p-4 sm:mb-12">
      <p className="grid">
        <span className="font-serif text-2xl font-medium text-balance">{title}</span>
        <span>{t("missedBody")}</span>
      </p>
      <Button
        variant="primary"
        size="large"
        pending={isPending}
        disabled={heldUpBy !== null}
        onClick={answer}
      >
        {t("back")}
      </Button>
      {refusal && <FieldError>{tRefusals(refusal)}</FieldError>}
    </div>
  );
}
