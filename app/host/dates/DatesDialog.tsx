"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useCommands } from "#app/host/commands.tsx";
import { usePending } from "#app/host/use-pending.ts";
import { useJoined } from "#app/i18n/use-joined.ts";
import { CalendarClock } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/controls/Dialog.tsx";
import { DateFields } from "#app/shared/dates/DateFields.tsx";
import { typedFrom } from "#app/shared/dates/typed-dates.ts";
import { closedAtIn } from "#debate/activities/index.ts";
import type { HostPage } from "#debate/protocol/pages.ts";
import { phasesOf } from "#debate/rules/phases.ts";
import { readSchedule, type TypedSchedule, type WrongDate } from "#debate/rules/schedule.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

type DatesDialogProps = { page: HostPage; snapshot: Snapshot; size?: "small" | "normal" };

/** [P31] Changes the set dates. Errors are shown beside their dates before anything is sent. */
export function DatesDialog({ page, snapshot, size = "small" }: DatesDialogProps) {
  const t = useTranslations("host.dates");
  const shared = useTranslations("shared");
  const { setDates } = useCommands();
  const { sentences } = useJoined();
  const [isPending, run] = usePending();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<TypedSchedule>({ zone: "UTC", dates: [] });
  const [wrong, setWrong] = useState<WrongDate | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const { settings, simulated } = page;
  const isRehearsal = simulated !== undefined;
  const { phase, schedule } = snapshot;
  const phases = phasesOf(settings);
  const save = () => {
    const closedAt = closedAtIn(snapshot);
    const read = readSchedule(typed, { phase, settings, simulated, closedAt, now: Date.now() });
    setWrong(read.ok ? null : read);
    if (read.ok) void run(() => setDates(typed).then((isDone) => isDone && setOpen(false)));
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (!next) return;
        setTyped(typedFrom(schedule));
        setWrong(null);
      }}
      initialFocus={() => form.current?.querySelector<HTMLElement>("select, button") ?? null}
      title={t("dialogTitle")}
      description={sentences(t("dialogBody"), isRehearsal && t("rehearsal"))}
      trigger={
        <Button size={size}>
          <CalendarClock aria-hidden="true" className="size-4" />
          {t(schedule ? "change" : "set")}
        </Button>
      }
      actions={
        <>
          <DialogClose render={<Button>{shared("cancel")}</Button>} />
          <Button
            variant="primary"
            pending={isPending}
            disabled={typed.dates.length === 0 && !schedule}
            onClick={save}
          >
            {t(typed.dates.length === 0 && schedule ? "clear" : "save")}
          </Button>
        </>
      }
    >
      <DateFields
        ref={form}
        phases={phases.slice(phases.indexOf(phase) + 1)}
        value={typed}
        wrong={wrong}
        isRehearsal={isRehearsal}
        onChange={(next) => {
          setTyped(next);
          if (next.dates.length < typed.dates.length) setWrong(null);
        }}
      />
    </Dialog>
  );
}
