import { useTranslations } from "next-intl";
import { PHONE } from "#app/activities/phone.ts";
import { useJoined } from "#app/i18n/use-joined.ts";
import { isOn } from "#debate/activities/open.ts";
import { hidesSmallGroups, type Identity } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";

type IdentityPromiseProps = {
  identity: Identity;
  settings: Pick<Settings, "activities">;
};

/** [V11] What this session promises about who can be recognised, by name and by numbers, in plain words. */
export function IdentityPromise({ identity, settings }: IdentityPromiseProps) {
  const t = useTranslations("student.promise");
  const { sentences } = useJoined();
  const hides = hidesSmallGroups(identity);
  const inActivities = (isLast: boolean) =>
    PHONE.map(
      ({ name, promise }) =>
        promise?.isLast === isLast && isOn(name, settings) && t(promise.words(settings.activities, identity)),
    );
  const groups = t(hides ? "groups.hide" : "groups.tell");
  return <>{sentences(t(identity), ...inActivities(false), groups, ...inActivities(true))}</>;
}
