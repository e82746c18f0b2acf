"use client";
import { useTranslations } from "next-intl";
import { NextButton, type NextButtonProps } from "#app/host/bar/NextButton.tsx";
import { useCommands } from "#app/host/commands.tsx";
import { usePending } from "#app/host/use-pending.ts";
import { Plus } from "#app/icons/icons.ts";
import type { LiveState } from "#app/live/live-state.ts";
import { Button } from "#app/shared/Button.tsx";
import { Notice } from "#app/shared/Notice.tsx";
import { useTimeUp } from "#app/shared/use-time-up.ts";

type TimeIsUpProps = Omit<NextButtonProps, "isRepeated"> & Pick<LiveState, "connection">;

/** [V29] Says that the time is up, with what the host can do about it: the next step, or a minute more. */
export function TimeIsUp({ connection, ...props }: TimeIsUpProps) {
  const t = useTranslations("host.timer");
  const { may } = useCommands();
  const isUp = useTimeUp({ connection, snapshot: props.snapshot });
  if (!isUp || props.snapshot.phase === "closed") return null;
  return (
    <Notice
      kind="warning"
      title={t("up.title")}
      className="mb-4"
      action={
        may("host:timer") && (
          <div className="flex flex-wrap gap-2 max-sm:w-full">
            <AddMinute closes={props.snapshot.timerCloses ?? false} />
            <NextButton {...props} isRepeated />
          </div>
        )
      }
    >
      {t(may("host:timer") ? "up.body" : "up.assistant")}
    </Notice>
  );
}

function AddMinute({ closes }: { closes: boolean }) {
  const t = useTranslations("host.timer");
  const { setTimer } = useCommands();
  const [isPending, run] = usePending();
  return (
    <Button className="min-h-14!" pending={isPending} onClick={() => run(() => setTimer(60, closes))}>
      <Plus aria-hidden="true" className="size-4.5" />
      {t("add")}
    </Button>
  );
}
