import { getTranslations } from "next-intl/server";
import { Card } from "#app/shared/layout/Card.tsx";
import type { Retention as RetentionRule } from "#debate/rules/retention.ts";

/** [T9] How long this server keeps sessions, and who decided that. */
export async function Retention({ days, isFixed }: RetentionRule) {
  const t = await getTranslations("instructor.account.retention");
  return (
    <Card as="section" padding="roomy" className="mt-8 grid gap-2">
      <h2 className="font-serif text-2xl">{t("label")}</h2>
      {days === undefined ? (
        <p>{t("kept")}</p>
      ) : (
        <p>
          {t("days", { days })} {t(isFixed ? "byEnvironment" : "bySetup")}
        </p>
      )}
    </Card>
  );
}
