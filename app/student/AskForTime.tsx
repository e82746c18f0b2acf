"use client";
import { useTranslations } from "next-intl";
import { use, useState, useSyncExternalStore } from "react";
import { Button } from "#app/shared/controls/Button.tsx";
import { announce } from "#app/shared/notices/announce.ts";
import { toast } from "#app/shared/notices/toast.ts";
import { SeatContext } from "#app/student/join/seat.ts";
import { sendNow } from "#app/student/offline/send-now.ts";
import { isClosed } from "#debate/rules/phases.ts";

/** The end of the timer for which this phone has asked for more; the button is in two places. */
let askedFor: number | null = null;
const listeners = new Set<() => void>();
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** [P10] Tells the teacher that someone needs more time, while the phase has a timer: in the settings, and beside the timer in its last minute. */
export function AskForTime({ inHeader = false }: { inHeader?: boolean }) {
  const t = useTranslations("student.moreTime");
  const tRefusals = useTranslations("refusals");
  const seat = use(SeatContext);
  const asked = useSyncExternalStore(
    subscribe,
    () => askedFor,
    () => null,
  );
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);
  const endsAt = seat?.state.snapshot.phaseEndsAt;
  if (!seat || endsAt === undefined || isClosed(seat.state.snapshot.phase)) return null;

  const send = async () => {
    if (isPending) return;
    setIsPending(true);
    const answer = await sendNow(seat, (live) => live.send("time:ask", {}));
    setIsPending(false);
    const why = answer.ok ? null : tRefusals(answer.code);
    setRefusal(why);
    if (why !== null) return inHeader && toast.error(why);
    askedFor = endsAt;
    for (const listener of listeners) listener();
    // Elsewhere it is said beside the button.
    if (inHeader) announce(t("asked"));
  };
  const isAsked = asked === endsAt;
  const button = (
    <Button
      pending={isPending}
      // It stays, for [F1] it has the focus.
      aria-disabled={isAsked || undefined}
      onClick={() => isAsked || void send()}
      {...(inHeader && {
        size: "small",
        className: "min-w-0 px-2! text-xs!",
      })}
    >
      {t(isAsked ? "askedShort" : "ask")}
    </Button>
  );
  if (inHeader) return button;
  return (
    <div className="grid gap-2 border-b border-line pb-4">
      {button}
      <p role="status" className="text-sm text-ink-soft">
        {isAsked ? t("asked") : (refusal ?? t("hint"))}
      </p>
    </div>
  );
}
