"use client";
import { useTranslations } from "next-intl";
import { useSeat } from "#app/student/join/seat.ts";
import type { Waiting } from "#app/student/offline/outbox.ts";
import { OtherSideCard } from "#app/student/other-side/OtherSideCard.tsx";
import { OtherSideForm } from "#app/student/other-side/OtherSideForm.tsx";
import type { OtherSideDraft } from "#app/student/other-side/other-side-draft.ts";
import type { OwnExperiment } from "#debate/activities/experiment/rules.ts";

type WriteProps = { own: OwnExperiment; draft: OtherSideDraft | null };

/** [M28] The field in which a half writes. */
export function WriteForOtherSide({ own, draft }: WriteProps) {
  const t = useTranslations("student.experiment");
  const { desk } = useSeat();
  return (
    <OtherSideForm
      side={own.side ?? null}
      draft={draft}
      kept={desk.experiment}
      before={own.written}
      send={t(own.written ? "sendAgain" : "send")}
      onSend={(payload) => desk.outbox.put({ name: "experiment:write", payload })}
    />
  );
}

type Sent = Extract<Waiting, { name: "experiment:write" }>;

/** What the student has written, and whether the server has it. */
export function WrittenForOtherSide({ sent }: { sent: Sent | undefined }) {
  const t = useTranslations("student.experiment");
  const { desk, you } = useSeat();
  const text = sent?.payload ?? you.experiment?.written;
  return (
    text && (
      <OtherSideCard
        text={text}
        kept={desk.experiment}
        sent={sent}
        status={<p role="status">{t("saved")}</p>}
      />
    )
  );
}
