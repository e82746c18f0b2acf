"use client";
import { useTranslations } from "next-intl";
import { TABLES as OF_ACTIVITIES } from "#app/activities/exports.ts";
import { Download } from "#app/icons/icons.ts";
import { buttonLook } from "#app/shared/controls/button-looks.ts";
import { NamesChoice } from "#app/shared/controls/NamesChoice.tsx";
import { isOn } from "#debate/activities/open.ts";
import type { Settings } from "#debate/rules/settings.ts";

const TABLES = [
  "ballots",
  "rebuttals",
  "endorsements",
  "exposures",
  "participants",
  "events",
  "comprehension",
  "pairs",
  "pairLines",
  ...OF_ACTIVITIES.map(({ table }) => table),
  "reading",
  "speaking",
  "design",
  "guesses",
  "picks",
  "paragraphs",
  "merged",
] as const;
export type SessionSettings = Pick<Settings, "identity" | "questions" | "activities">;
/** Those of parts that only some sessions have. */
const OF_SETTING: { [table in (typeof TABLES)[number]]?: (settings: SessionSettings) => boolean } = {
  guesses: ({ activities }) => activities.guess !== undefined,
  picks: ({ questions }) => questions.reasons || questions.credit,
  merged: ({ identity }) => identity !== "anonymous",
  pairs: ({ activities }) => activities.pairs !== undefined,
  pairLines: ({ activities }) => activities.pairs?.by === "text",
  speaking: ({ activities }) => activities.speaking !== undefined,
};

function isExported(table: (typeof TABLES)[number], settings: SessionSettings): boolean {
  const activity = OF_ACTIVITIES.find((each) => each.table === table)?.of;
  return activity ? isOn(activity, settings) : (OF_SETTING[table]?.(settings) ?? true);
}
const FORMATS = ["csv", "json"] as const;

/** The host's way to take the data away. Plain links: no script needed. [V8] Files of an anonymous session have no names as they are. */
export function Exports({ code, settings }: { code: string; settings: SessionSettings }) {
  const t = useTranslations("downloads");
  const list = (query: string) => <Tables code={code} settings={settings} query={query} />;
  return (
    <div className="grid gap-3">
      <p className="max-w-prose text-ink-soft">{t("lead")}</p>
      {settings.identity === "anonymous" ? list("") : <NamesChoice>{list}</NamesChoice>}
      <p className="max-w-prose text-sm text-ink-soft">{t("written")}</p>
    </div>
  );
}

function Tables({ code, settings, query }: { code: string; settings: SessionSettings; query: string }) {
  const t = useTranslations("downloads");
  return (
    <ul className="grid grid-cols-1 gap-x-10 sm:grid-cols-2">
      {TABLES.filter((table) => isExported(table, settings)).map((table) => (
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
                className={buttonLook("secondary", "normal", "text-sm!")}
              >
                <Download aria-hidden="true" className="size-4" />
                {format.toUpperCase()}
              </a>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
