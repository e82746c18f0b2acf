"use client";
import { useTranslations } from "next-intl";
import { CRITERIA_SETS, type CriteriaSet } from "#app/host/marks/criteria/criteria-sets.ts";
import { goTo } from "#app/host/marks/use-marking-place.ts";
import { useMarking } from "#app/host/marks/use-marks.ts";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { toast } from "#app/shared/notices/toast.ts";

/** [Q20] Before the first marks: a set that comes with the program, or own criteria. */
export function ChooseCriteria() {
  const t = useTranslations("marks.criteria");
  const refusals = useTranslations("refusals");
  const { list } = useJoined();
  const { sets, store } = useMarking();
  const choose = async (set: CriteriaSet) => {
    const problem = await store.put({ criteria: sets[set] });
    if (problem) toast.error(t("failed"), { description: refusals(problem) });
  };
  return (
    <Card as="section" className="grid grid-cols-1 gap-4">
      <div className="grid gap-1">
        <h2 className="font-serif text-xl">{t("choose")}</h2>
        <p className="max-w-prose text-sm text-ink-soft">{t("lead")}</p>
      </div>
      <ul className="grid gap-3 sm:grid-cols-3">
        {CRITERIA_SETS.map((set) => (
          <li key={set} className="grid content-between gap-2 rounded-control border border-line-strong p-3">
            <div className="grid gap-1">
              <h3 className="font-semibold">{t(`sets.${set}`)}</h3>
              <p className="text-sm text-ink-soft">{list(...sets[set].map(({ name }) => name))}</p>
            </div>
            <Button aria-label={t("useSet", { name: t(`sets.${set}`) })} onClick={() => void choose(set)}>
              {t("use")}
            </Button>
          </li>
        ))}
        <li className="grid content-between gap-2 rounded-control border border-line-strong p-3">
          <div className="grid gap-1">
            <h3 className="font-semibold">{t("own")}</h3>
            <p className="text-sm text-ink-soft">{t("ownHint")}</p>
          </div>
          <Button onClick={() => goTo({ at: "criteria" })}>{t("write")}</Button>
        </li>
      </ul>
    </Card>
  );
}
