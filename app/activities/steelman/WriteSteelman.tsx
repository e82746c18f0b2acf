"use client";
import { useTranslations } from "next-intl";
import { useSeat } from "#app/student/join/seat.ts";
import { OtherSideForm } from "#app/student/other-side/OtherSideForm.tsx";
import type { OtherSideDraft } from "#app/student/other-side/other-side-draft.ts";
import { otherSide } from "#debate/activities/steelman/rules.ts";
import type { Side } from "#debate/rules/choices.ts";

type WriteSteelmanProps = {
  /** The side that the student voted for last; null if undecided. */
  ownSide: Side | null;
  draft: OtherSideDraft | null;
};

/** [P16] The field in which it is written. */
export function WriteSteelman({ ownSide, draft }: WriteSteelmanProps) {
  const t = useTranslations("student.steelman");
  const { desk, you } = useSeat();
  const own = you.steelman?.own;
  return (
    <OtherSideForm
      side={ownSide && otherSide(ownSide)}
      draft={draft}
      kept={desk.steelman}
      before={own}
      send={t(own ? "sendAgain" : "send")}
      {...(own && { note: t("again") })}
      onSend={(payload) => desk.outbox.put({ name: "steelman:write", payload })}
    />
  );
}
