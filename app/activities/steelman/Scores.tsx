import { useTranslations } from "next-intl";
import { Check, X } from "#app/icons/icons.ts";
import { Written } from "#app/shared/text/Written.tsx";
import type { SteelmanScore } from "#debate/activities/steelman/rules.ts";

/** [P19] What people of the other side say of a text, without their names. */
export function Scores({ scores }: { scores: readonly SteelmanScore[] }) {
  const t = useTranslations("student.steelman");
  if (scores.length === 0) return <p className="text-sm text-ink-soft">{t("notYet")}</p>;
  return (
    <ul className="grid grid-cols-1 gap-2 border-t border-line pt-3">
      {scores.map(({ fair, why }, place) => {
        const Icon = fair ? Check : X;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may say the same.
          <li key={place} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2">
            <Icon aria-hidden="true" className="mt-0.5 size-5" />
            <span className="font-semibold">{t(fair ? "fair" : "notFair")}</span>
            {why && (
              <Written as="p" className="col-start-2 wrap-anywhere">
                {why}
              </Written>
            )}
          </li>
        );
      })}
    </ul>
  );
}
