"use client";
import { useTranslations } from "next-intl";
import { Download } from "#app/icons/icons.ts";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { NamesChoice } from "#app/shared/controls/NamesChoice.tsx";

export function DownloadParticipation({ code }: { code: string }) {
  const t = useTranslations("participation");
  return (
    <div className="grid gap-2 print:hidden">
      <NamesChoice>
        {(query) => (
          <div className="flex flex-wrap items-center gap-2">
            <a
              href={`/api/sessions/${code}/participation?format=csv${query}`}
              download
              className={buttonStyle("secondary", "small")}
            >
              <Download aria-hidden="true" className="size-4.5" />
              {t("download")}
            </a>
            <p className="text-sm text-ink-soft">{t("downloadHint")}</p>
          </div>
        )}
      </NamesChoice>
    </div>
  );
}
