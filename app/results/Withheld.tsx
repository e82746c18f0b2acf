import { useTranslations } from "next-intl";
import { Notice } from "#app/shared/notices/Notice.tsx";
import type { Results } from "#debate/counting/results.ts";

/** For the host: what of these results the class does not see, since this session hides small groups. */
export function Withheld({ withheld }: Pick<Results, "withheld">) {
  const t = useTranslations("results.withheld");
  if (withheld.length === 0) return null;
  return (
    <Notice kind="info" title={t("title")}>
      <ul className="list-disc pl-5">
        {withheld.map((part) => (
          <li key={part}>{t(part)}</li>
        ))}
      </ul>
    </Notice>
  );
}
