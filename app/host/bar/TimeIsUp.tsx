"use client";
import { useTranslations } from "next-intl";
import { NextButton, type NextButtonProps } from "#app/host/bar/NextButton.tsx";
import { useCommands } from "#app/host/commands.tsx";
import { usePending } from "#app/host/use-pending.ts";
import { Plus } from "#app/icons/icons.ts";
import type { LiveState } from "#app/live/live-state.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { useNews } from "#app/shared/notices/announce.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { useTimeUp } from "#app/live/use-time-up.ts";
import { isClosed } from "#debate/rules/phases.ts";

type TimeIsUpProps = Omit<NextButtonProps, "isRepeated"> & Pick<LiveState, "connection">;

/** [V29] Says that the time is up, or [P10] that a student needs more, with what the host can do about it: a minute more, or the next step. */
export function TimeIsUp({ connection, ...props }: TimeIsUpProps) {
  const t = useTranslations("host.timer");
  const { may } = useCommands();
  const isUp = useTimeUp({ connection, snapshot: props.snapshot });
  const { moreTime = false, phase, phaseEndsAt = 0, timerCloses = false } = props.snapshot;
  // [P8] A minute more would come too late.
  const isMovingOn = isUp && timerCloses && connection === "live";
  const words = moreTime && !isMovingOn ? ("more" as const) : ("up" as const);
  useNews("more time", moreTime ? t("more.title") : null);
  if (!(isUp || moreTime) || isClosed(phase)) return null;
  return (
    <div data-time-up className="mb-4 xl:sticky xl:top-0 xl:z-10">
      <Notice
        kind="warning"
        title={t(`${words}.title`)}
        action={
          may("host:timer") && (
            <div className="flex flex-wrap gap-2 max-sm:w-full">
              {!isMovingOn && <AddMinute endsAt={phaseEndsAt} closes={timerCloses} />}
              {isUp && <NextButton {...props} isRepeated />}
            </div>
          )
        }
      >
        {isMovingOn
          ? t("up.movingOn")
          : t(!may("host:timer") ? `${words}.assistant` : moreTime && isUp ? "more.isUp" : `${words}.body`)}
      </Notice>
    </div>
  );
}

function AddMinute({ endsAt, closes }: { endsAt: number; closes: boolean }) {
  const t = useTranslations("host.timer");
  const { setTimer } = useCommands();
  const left = () => Math.max(0, Math.ceil((endsAt - Date.now()) / 1_000));
  const [isPending, run] = usePending();
  return (
    <Button
      className="min-h-14!"
      pending={isPending}
      onClick={() => run(() => setTimer(60 + left(), closes))}
    >
      <Plus aria-hidden="true" className="size-4.5" />
      {t("add")}
    </Button>
  );
}
