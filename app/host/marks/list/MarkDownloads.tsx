"use client";
import { useTranslations } from "next-intl";
import { useMarking } from "#app/host/marks/use-marks.ts";
import { Download } from "#app/icons/icons.ts";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { GRADEBOOKS } from "#debate/rules/mark-limits.ts";

/** [Q25] */
export function MarkDownloads() {
  const t = useTranslations("marks.files");
  const { code } = useMarking();
  return (
    <section aria-labelledby="files" className="grid grid-cols-1 gap-3">
      <h2 id="files" className="font-serif text-xl">
        {t("title")}
      </h2>
      <p className="max-w-prose text-sm text-ink-soft">{t("lead")}</p>
      <ul className="grid gap-3">
        {([...GRADEBOOKS, "everything"] as const).map((each) => (
          <li key={each} className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[14rem_1fr]">
            <a
              href={`/api/sessions/${code}/marks?format=csv${each === "everything" ? "" : `&for=${each}`}`}
              download
              className={buttonStyle("secondary", "normal", "justify-start!")}
            >
              <Download aria-hidden="true" className="size-4.5 shrink-0" />
              {t(`${each}.name`)}
            </a>
            <p className="max-w-prose text-sm text-pretty text-ink-soft">{t(`${each}.how`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
