"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useCommands } from "#app/host/commands.tsx";
import { usePending } from "#app/host/use-pending.ts";
import { Presentation } from "#app/icons/icons.ts";
import { Button } from "#app/shared/Button.tsx";
import { classNames } from "#app/shared/class-names.ts";
import { isSameOnWall } from "#app/shared/is-same-on-wall.ts";
import type { OnWall } from "#debate/rules/snapshot.ts";

type PickButtonProps = {
  what: OnWall;
  wall: OnWall | undefined;
  /** What it is called where that does not stand beside it. */
  children?: ReactNode;
  /** For whoever hears the button only. */
  label?: string;
};

/** [V12] Puts one thing on the projector, and takes it off again. */
export function PickButton({ what, wall, children, label }: PickButtonProps) {
  const t = useTranslations("host.wall");
  const { may, showOnWall } = useCommands();
  const [isPending, run] = usePending();
  if (!may("host:wall")) return null;
  const isOn = wall !== undefined && isSameOnWall(what, wall);
  return (
    <Button
      size={children ? "normal" : "small"}
      variant={isOn ? "primary" : "secondary"}
      aria-pressed={isOn}
      className={classNames("justify-self-start", children ? "max-sm:px-3! max-sm:text-sm!" : "")}
      {...(label !== undefined && { "aria-label": label })}
      pending={isPending}
      onClick={() => void run(() => showOnWall(isOn ? null : what))}
    >
      <Presentation aria-hidden="true" className="size-4.5 shrink-0" />
      {children ?? (isOn ? t("takeOff") : t("put"))}
    </Button>
  );
}
