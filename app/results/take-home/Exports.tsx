"use client";
import { useTranslations } from "next-intl";
import { DOWNLOADS } from "#app/activities/downloads.ts";
import { Download as DownloadIcon } from "#app/icons/icons.ts";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { NamesChoice } from "#app/shared/controls/NamesChoice.tsx";
import { isOn } from "#debate/activities/open.ts";
import type { Table } from "#debate/protocol/answers/export-tables.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** `isThere`: only some sessions have it. */
const TABLES: readonly Download[] = [
  ...(["ballots", "rebuttals", "endorsements", "exposures", "participants", "events"] as const).map(
    (table) => ({ table }),
  ),
  ...DOWNLOADS.map(({ name, table, isThere = (of) => isOn(name, of) }) => ({ table, isThere })),
  { table: "design" },
  { table: "picks", isThere: ({ questions }) => questions.reasons || questions.credit },
  { table: "paragraphs" },
  { table: "merged", isThere: ({ identity }) => identity !== "anonymous" },
];
export type SessionSettings = Pick<Settings, "identity" | "questions" | "activities">;
type Download = { table: Table; isThere?: (settings: SessionSettings) => boolean };
const FORMATS = ["csv", "json"] as const;

/** The host's way to take the data away. Plain links: no script needed. [V8] Files of an anonymous session have no names as they are. */
export function Exports({ code, settings }: { code: string; settings: SessionSettings }) {
  const t = useTranslations("downloads");
  const list = (query: string) => <Tables code={code} settings={settings} query={query} />;
  return (
    <div className="grid gap-3">
      <p className="max-w-prose text-ink-soft">{t("lead")}</p>
      <p className="grid gap-2">
        <a
          href={`/api/sessions/${code}/package`}
          download
          className={buttonStyle("secondary", "normal", "justify-self-start")}
        >
          <DownloadIcon aria-hidden="true" className="size-4" />
          {t("package")}
        </a>
        <span className="max-w-prose text-sm text-ink-soft">{t("packageHint")}</span>
      </p>
      {settings.identity === "anonymous" ? list("") : <NamesChoice>{list}</NamesChoice>}
      <p className="max-w-prose text-sm text-ink-soft">{t("written")}</p>
    </div>
  );
}

function Tables({ code, settings, query }: { code: string; settings: SessionSettings; query: string }) {
  const t = useTranslations("downloads");
  return (
    <ul className="grid grid-cols-1 gap-x-10 sm:grid-cols-2">
      {TABLES.filter(({ isThere }) => isThere?.(settings) ?? true).map(({ table }) => (
        <li
          key={table}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-2"
        >
          <span className="font-semibold">{t(`tables.${table}`)}</span>
          <span className="flex flex-wrap gap-2">
            {FORMATS.map((format) => (
              <a
                key={format}
                href={`/api/sessions/${code}/export?table=${table}&format=${format}${query}`}
                download
                aria-label={t("download", { table: t(`tables.${table}`), format: format.toUpperCase() })}
                className={buttonStyle("secondary", "normal", "text-sm!")}
              >
                <DownloadIcon aria-hidden="true" className="size-4" />
                {format.toUpperCase()}
              </a>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
