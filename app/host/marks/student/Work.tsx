"use client";
import { useTranslations } from "next-intl";
import { useWork } from "#app/host/marks/student/use-work.ts";
import { WorkView } from "#app/host/marks/student/WorkView.tsx";
import { useMarking } from "#app/host/marks/use-marks.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";

/** What a student did, once it is read. */
export function Work({ id, ahead }: { id: string; ahead: readonly string[] }) {
  const t = useTranslations("shared");
  const refusals = useTranslations("refusals");
  const { code, debate } = useMarking();
  const { work, failed, again } = useWork(code, id, ahead);
  if (work) return <WorkView work={work} debate={debate} />;
  if (failed)
    return (
      <Notice
        kind={failed === "offline" ? "offline" : "warning"}
        action={
          <Button size="small" onClick={again}>
            {t("retry")}
          </Button>
        }
      >
        {refusals(failed)}
      </Notice>
    );
  return <p className="text-ink-soft">{t("loading")}</p>;
}
