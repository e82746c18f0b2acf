"use client";
import { useTranslations } from "next-intl";
import { ChevronDown } from "#app/icons/icons.ts";
import { SettingsFields, type SettingsFieldsProps } from "#app/instructor/opening/SettingsFields.tsx";
import { ACTIVITIES } from "#debate/activities/index.ts";
import { unfitFor } from "#debate/activities/needs.ts";
import { isOn } from "#debate/activities/open.ts";

type MoreSettingsProps = SettingsFieldsProps & {
  /** How often other settings took their place: fields that keep what was typed then begin anew. */
  times: number;
  /** [H10] Whether a preset says the minutes already. */
  isPreset: boolean;
};

/** [H7] Everything but the name, folded under a line that sums up the choices. */
export function MoreSettings({ times, isPreset, ...props }: MoreSettingsProps) {
  const t = useTranslations("instructor.opening.more");
  return (
    <details className="group/more rounded-control border border-line">
      <summary className="grid min-h-touch cursor-pointer list-none grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 px-4 py-3 hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <span className="font-semibold">{t("title")}</span>
        <ChevronDown
          aria-hidden="true"
          className="row-span-2 size-5 text-ink-soft transition-transform group-open/more:rotate-180"
        />
        <span className="text-sm text-ink-soft text-pretty">{useSummary(props, isPreset)}</span>
      </summary>
      <div className="border-t border-line p-[min(1rem,5vw)]">
        <SettingsFields key={times} {...props} />
      </div>
    </details>
  );
}

/** How joining and results work, and what else is switched on. */
function useSummary(
  { settings, unfit = unfitFor({}), isForClass = false }: SettingsFieldsProps,
  isPreset: boolean,
): string {
  const t = useTranslations("instructor.opening");
  const { identity, entry, moderation, filter, minutes, questions, reveal, activities } = settings;
  return [
    t(`identities.${identity}.name`),
    !isForClass && t(`more.entry.${entry}`),
    questions.readingVote && t("more.readingVote"),
    moderation === "before" && t("more.moderation"),
    filter.holds && t("more.filter"),
    minutes && !isPreset && t("more.minutes"),
    t(reveal === "staged" ? "more.stagedReveal" : "more.atOnce"),
    ...ACTIVITIES.map(
      ({ name }) => !unfit.includes(name) && isOn(name, settings) && t(`more.${name}`, activities[name]),
    ),
  ]
    .filter(Boolean)
    .join("\u00a0· ");
}
