import { useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { hidesSmallGroups, type Identity, type SmallGroups } from "#debate/rules/session-options.ts";

type IdentityPromiseProps = { identity: Identity; smallGroups: SmallGroups };

/** [V11] What this session promises about who can be recognised, by name and by numbers, in plain words. */
export function IdentityPromise({ identity, smallGroups }: IdentityPromiseProps) {
  const t = useTranslations("student.promise");
  const { sentences } = useJoined();
  const hides = hidesSmallGroups({ identity, smallGroups });
  return <>{sentences(t(identity), t(hides ? "groups.hide" : "groups.tell"))}</>;
}
