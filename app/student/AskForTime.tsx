"use client";
import { useTranslations } from "next-intl";
import { use, useState } from "react";
import { announce } from "#app/shared/announce.ts";
import { Button } from "#app/shared/Button.tsx";
import { SeatContext } from "#app/student/join/seat.ts";

/** [P10] Tells the teacher that someone needs more time, while the phase has a timer. */
export function AskForTime() {
  const t = useTranslations("student.moreTime");
  const tRefusals = useTranslations("refusals");
  const seat = use(SeatContext);
  const [askedFor, setAskedFor] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);
  const endsAt = seat?.state.snapshot.phaseEndsAt;
  if (!seat || endsAt === undefined || seat.state.snapshot.phase === "closed") return null;

  const send = async () => {
    if (isPending) return;
    setIsPending(true);
    const answer = await seat.live.send("time:ask", {});
    setIsPending(false);
    setRefusal(answer.ok ? null : tRefusals(answer.code));
    if (!answer.ok) return;
    setAskedFor(endsAt);
    announce(t("asked"));
  };
  return (
    <div className="grid gap-2 border-b border-line pb-4">
      {askedFor === endsAt ? (
        <p className="font-semibold">{t("asked")}</p>
      ) : (
        <>
          <Button pending={isPending} onClick={() => void send()}>
            {t("ask")}
          </Button>
          <p className="text-sm text-ink-soft">{refusal ?? t("hint")}</p>
        </>
      )}
    </div>
  );
}
