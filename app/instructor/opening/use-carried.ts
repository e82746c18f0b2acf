"use client";
import { useFormatter, useTranslations } from "next-intl";
import { isolated } from "#app/shared/text/isolated.ts";
import { ACTIVITIES, type ActivityName, activityOf } from "#debate/activities/index.ts";
import { isOn } from "#debate/activities/open.ts";
import { AFTER_LESSON } from "#debate/rules/phase-order.ts";
import type { Settings } from "#debate/rules/settings.ts";

type Begun = Pick<Settings, "identity" | "activities">;

/** What the form began with: the settings of the last session, or a template's. */
export type Origin = Begun & { template: string | null };

/** [H12] Says of what a class has to be told that the form still has it as it began: names for all to see, and a vote weeks later. */
export function useCarried(origin: Origin, settings: Begun) {
  const t = useTranslations("instructor.opening");
  const format = useFormatter();
  const { template } = origin;
  const say = (...carried: (string | false)[]) => {
    const what = format.list(carried.filter((each) => each !== false));
    if (what === "") return null;
    return template === null
      ? t("carried.last", { what })
      : t("carried.template", { what, name: isolated(template) });
  };
  const named = origin.identity === "named" && settings.identity === "named" && t("identities.named.name");
  const labelOf = (name: ActivityName) =>
    AFTER_LESSON.some((phase) => activityOf(phase) === name) &&
    isOn(name, origin) &&
    isOn(name, settings) &&
    t(`${name}.label`);
  return {
    named: say(named),
    of: (name: ActivityName) => say(labelOf(name)),
    all: say(named, ...ACTIVITIES.map(({ name }) => labelOf(name))),
  };
}
