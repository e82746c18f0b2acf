"use client";
import { useTranslations } from "next-intl";
import { useEffect, useSyncExternalStore } from "react";
import { WriteForOtherSide, WrittenForOtherSide } from "#app/activities/experiment/Write.tsx";
import { NextDate } from "#app/shared/dates/NextDate.tsx";
import { Resolution } from "#app/shared/text/Resolution.tsx";
import { useSeat, useWaiting } from "#app/student/join/seat.ts";
import { ViewHeading } from "#app/student/ViewHeading.tsx";
import { FIRST_WRITING, LATER_WRITING, writesIn } from "#debate/activities/experiment/terms.ts";

/** [M28] One half writes the best argument of the other side; the other half reads again. */
function SwitchView({ phase }: { phase: typeof FIRST_WRITING | typeof LATER_WRITING }) {
  const t = useTranslations("student.experiment");
  const lead = useTranslations("student.otherSide.lead");
  const { resolution, you, state, desk } = useSeat();
  const waiting = useWaiting();
  const draft = useSyncExternalStore(
    desk.experiment.subscribe,
    desk.experiment.value,
    desk.experiment.atFirst,
  );
  const own = you.experiment;
  const isWriter = own !== undefined && writesIn(own.arm) === phase;
  const sent = waiting.find((item) => item.name === "experiment:write");
  const isWriting = draft !== null || (!own?.written && !sent);
  return (
    <div className="mx-auto grid max-w-measure grid-cols-1 gap-8">
      <div className="grid gap-3">
        <ViewHeading of={phase} />
        <Resolution as="h2" size="normal">
          {resolution}
        </Resolution>
        <NextDate schedule={state.snapshot.schedule} className="text-sm" />
        {isWriter ? (
          <>
            <p className="text-lg text-pretty">{lead(own.side ?? "undecided")}</p>
            <p className="text-sm text-ink-soft text-pretty">{t("whose")}</p>
          </>
        ) : (
          own && <p className="text-lg text-pretty">{t(`reads.${phase}`)}</p>
        )}
      </div>
      {isWriter &&
        (isWriting ? <WriteForOtherSide own={own} draft={draft} /> : <WrittenForOtherSide sent={sent} />)}
    </div>
  );
}

export const SwitchFirst = () => <SwitchView phase={FIRST_WRITING} />;
export const SwitchLater = () => <SwitchView phase={LATER_WRITING} />;

/** [M23] Which text the phone begins with in `order`, and why; the server hears that it was shown. */
export function BeginsByLot() {
  const t = useTranslations("student.experiment");
  const { you, settings, desk } = useSeat();
  const arm = settings.activities.experiment?.kind === "order" ? you.experiment?.arm : undefined;
  useEffect(() => {
    if (arm) desk.outbox.put({ name: "experiment:began", payload: {} });
  }, [arm, desk]);
  return arm ? <p className="max-w-measure text-pretty">{t(`begins.${arm}`)}</p> : null;
}
