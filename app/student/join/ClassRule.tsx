import { useTranslations } from "next-intl";
import { classNames } from "#app/shared/class-names.ts";
import { Written } from "#app/shared/text/Written.tsx";

/** What the instructor asks of everybody who writes; nothing where nothing is asked. */
export function ClassRule({ rule, className }: { rule: string; className?: string }) {
  const t = useTranslations("student.rule");
  if (rule === "") return null;
  return (
    <p className={classNames("text-pretty", className)}>
      <span className="font-semibold">{t("title")}</span> <Written className="wrap-anywhere">{rule}</Written>
    </p>
  );
}
