"use client";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Field } from "#app/shared/controls/Field.tsx";
import { passIn, spacedPass } from "#debate/rules/passes.ts";

/** The personal code in the link that led here, which only a browser knows; null without one. */
export const useLinkPass = (): string | null =>
  useSyncExternalStore(
    (changed) => {
      window.addEventListener("hashchange", changed);
      return () => window.removeEventListener("hashchange", changed);
    },
    () => passIn(window.location.hash),
    () => null,
  );

export function PassField({ error }: { error: string | false | undefined }) {
  const t = useTranslations("student.join.pass");
  const linked = useLinkPass();
  return (
    <Field
      key={linked}
      name="pass"
      defaultValue={linked ? spacedPass(linked) : ""}
      required
      autoComplete="off"
      autoCapitalize="characters"
      autoCorrect="off"
      spellCheck={false}
      label={t("label")}
      hint={t("hint")}
      error={error}
    />
  );
}
