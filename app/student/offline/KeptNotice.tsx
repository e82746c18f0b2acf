import { useFormatter, useTranslations } from "next-intl";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { useSeat } from "#app/student/join/seat.ts";

/** Above a room that was opened without a network: from when it is. */
export function KeptNotice({ at }: { at: number }) {
  const t = useTranslations("student.offline");
  const format = useFormatter();
  const { state } = useSeat();
  if (state.connection === "live") return null;
  return (
    // The tabs below reach up to the header.
    <Notice kind="offline" title={t("title")} className="mb-9 sm:mb-14">
      {t("body", { time: format.dateTime(at, { dateStyle: "medium", timeStyle: "short" }) })}
    </Notice>
  );
}
