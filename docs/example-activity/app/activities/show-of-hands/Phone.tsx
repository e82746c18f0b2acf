"use client";
import { useTranslations } from "next-intl";
import { Button } from "#app/shared/controls/Button.tsx";
import { useSeat, useWaiting } from "#app/student/join/seat.ts";

/** Raises the student's hand, also without a network: what waits to be sent is shown. */
export function HandBar() {
  const t = useTranslations("student.hands");
  const { you, desk } = useSeat();
  const waiting = useWaiting().find((item) => item.name === "hands:raise");
  const isUp = waiting?.name === "hands:raise" ? waiting.payload.up : (you.hand ?? false);
  const turn = () => desk.outbox.put({ name: "hands:raise", payload: { up: !isUp } });
  return (
    <section data-needs-script className="mx-auto mb-8 grid w-full max-w-measure gap-2">
      <Button variant={isUp ? "primary" : "secondary"} onClick={turn}>
        {t(isUp ? "lower" : "raise")}
      </Button>
      <p className="text-sm text-ink-soft">{t("who")}</p>
    </section>
  );
}
