import { useTranslations } from "next-intl";
import type { Identity } from "#debate/rules/settings.ts";

/** What this session promises about who can be recognised, in one plain sentence. */
export function IdentityPromise({ identity }: { identity: Identity }) {
  const t = useTranslations("student.promise");
  return <>{t(identity)}</>;
}
