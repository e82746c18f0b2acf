"use client";
import { useTranslations } from "next-intl";
import { ATTENTION } from "#app/host/moderation/NeedsAttention.tsx";
import { BellRing } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";

/** [V32] On a phone what waits for the host is somewhere above: this leads there from the foot. */
export function AttentionButton({ count }: { count: number }) {
  const t = useTranslations("host.needs");
  if (count === 0) return null;
  const show = () => {
    const heading = document.getElementById(ATTENTION);
    heading?.closest("section")?.scrollIntoView({ block: "start" });
    heading?.focus({ preventScroll: true });
  };
  return (
    <Button
      onClick={show}
      aria-label={t("waiting", { count })}
      className="shrink-0 border-warn! bg-warn-wash! px-2! text-warn! max-[22rem]:gap-1 tabular-nums sm:hidden!"
    >
      <BellRing aria-hidden="true" className="size-4.5" />
      {count}
    </Button>
  );
}
