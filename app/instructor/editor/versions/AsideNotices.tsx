"use client";
import { useFormatter, useTranslations } from "next-intl";
import type { Aside } from "#app/instructor/editor/versions/aside.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";

type AsideNoticesProps = {
  asides: readonly Aside[];
  onCompare: (aside: Aside) => void;
  onDelete: (aside: Aside) => void;
};

/** The versions that were not chosen, each with the way back to it. */
export function AsideNotices({ asides, onCompare, onDelete }: AsideNoticesProps) {
  const t = useTranslations("instructor.versions.aside");
  const format = useFormatter();
  return asides.map((aside) => {
    const when = format.dateTime(aside.at, { dateStyle: "medium", timeStyle: "short" });
    return (
      <Notice
        key={`${aside.at} ${aside.whose}`}
        title={t(`kept.${aside.whose}`, { when })}
        action={
          <div className="flex flex-wrap gap-2">
            <Button size="small" onClick={() => onCompare(aside)}>
              {t("compare")}
            </Button>
            <Button size="small" variant="quiet" onClick={() => onDelete(aside)}>
              {t("delete")}
            </Button>
          </div>
        }
      >
        {t("keptBody")}
      </Notice>
    );
  });
}
