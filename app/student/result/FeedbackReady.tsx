"use client";
import { useTranslations } from "next-intl";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { useNews } from "#app/shared/notices/announce.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { OnlineLink } from "#app/student/offline/OnlineLink.tsx";

/** [Q22] Once marks are released: the way to the card, which has them. */
export function FeedbackReady() {
  const t = useTranslations("card.marks");
  const { code, state } = useSeat();
  const isReady = state.snapshot.feedback === true;
  useNews("feedback", isReady ? t("ready") : null);
  if (!isReady) return null;
  return (
    <Notice
      kind="success"
      title={t("ready")}
      action={
        <OnlineLink href={`/s/${code}/card`} className={buttonStyle("primary")}>
          {t("read")}
        </OnlineLink>
      }
    />
  );
}
