import { useTranslations } from "next-intl";
import { Download } from "#app/icons/icons.ts";
import { buttonLook } from "#app/shared/controls/button-looks.ts";
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
  "steelmen",
  "steelmanRatings",
  "exit",
  "reading",
  "speaking",
] as const;
export type PhaseSettings = Pick<Settings, "exitTicket" | "pairs" | "pairsBy" | "steelman" | "speaking">;
/** Those of parts that only some sessions have. */
const OF_SETTING: { [table in (typeof TABLES)[number]]?: (settings: PhaseSettings) => boolean } = {
  exit: ({ exitTicket }) => exitTicket,
  pairs: ({ pairs }) => pairs !== "off",
  pairLines: ({ pairs, pairsBy }) => pairs !== "off" && pairsBy === "text",
  steelmen: ({ steelman }) => steelman,
  steelmanRatings: ({ steelman }) => steelman,
  speaking: ({ speaking }) => speaking,
};
const FORMATS = ["csv", "json"] as const;

/** The host's way to take the data away. Plain links: no script needed. */
export function Exports({ code, settings }: { code: string; settings: PhaseSettings }) {
  const t = useTranslations("results.exports");
  return (
    <div className="grid gap-3">
      <p className="max-w-prose text-ink-soft">{t("lead")}</p>
      <ul className="grid gap-x-10 sm:grid-cols-2">
        {TABLES.filter((table) => OF_SETTING[table]?.(settings) ?? true).map((table) => (
          <li
            key={table}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-2"
          >
            <span className="font-semibold">{t(`tables.${table}`)}</span>
            <span className="flex gap-2">
              {FORMATS.map((format) => (
                <a
                  key={format}
                  href={`/api/sessions/${code}/export?table=${table}&format=${format}`}
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
    </div>
  );
}
