"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useCommands } from "#app/host/commands.tsx";
import { STEPS_REVEAL } from "#app/host/keys/use-shortcut.ts";
import { usePending } from "#app/host/use-pending.ts";
import { useWallNames } from "#app/host/use-wall-names.ts";
import { Presentation } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { beginningOf } from "#app/shared/text/beginning-of.ts";
import type { OnWall } from "#debate/rules/snapshot.ts";

function isSameOnWall(one: OnWall, other: OnWall): boolean {
  if (typeof one === "string" || typeof other === "string") return one === other;
  if ("rebuttalId" in one)
    return (
      "rebuttalId" in other &&
      one.rebuttalId === other.rebuttalId &&
      one.replies?.join() === other.replies?.join()
    );
  if ("reason" in one) return "reason" in other && one.reason === other.reason;
  if ("picture" in one) return "picture" in other && one.picture === other.picture;
  if ("chart" in one) return "chart" in other && one.chart === other.chart;
  return (
    "paragraph" in other &&
    one.paragraph.side === other.paragraph.side &&
    one.paragraph.n === other.paragraph.n
  );
}

type PickButtonProps = {
  what: OnWall;
  wall: OnWall | undefined;
  /** What it is called where that does not stand beside it. */
  children?: ReactNode;
  /** Those of a rebuttal or a voter. */
  words?: string | undefined;
};

/** [V12] Puts one thing on the projector, and takes it off again. */
export function PickButton({ what, wall, children, words }: PickButtonProps) {
  const t = useTranslations("host.wall");
  const nameOf = useWallNames();
  const { may, showOnWall } = useCommands();
  const [isPending, run] = usePending();
  if (!may("host:wall")) return null;
  const isOn = wall !== undefined && isSameOnWall(what, wall);
  const action = isOn ? t("takeOff") : t("put");
  return (
    <Button
      {...STEPS_REVEAL}
      size={children ? "normal" : "small"}
      variant={isOn ? "primary" : "secondary"}
      aria-pressed={isOn}
      className={classNames("justify-self-start", children ? "max-sm:px-3! max-sm:text-sm!" : "")}
      // Where the same words stand on many buttons, screen readers need to hear which one this is.
      {...(!children && {
        "aria-label": t("named", { action, what: nameOf(what, beginningOf(words)) ?? "" }),
      })}
      pending={isPending}
      onClick={() => void run(() => showOnWall(isOn ? null : what))}
    >
      <Presentation aria-hidden="true" className="size-4.5 shrink-0" />
      {children ?? action}
    </Button>
  );
}
