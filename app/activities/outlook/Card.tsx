import { useTranslations } from "next-intl";
import { CardSection } from "#app/shared/card/CardSection.tsx";
import { OUTLOOKS } from "#debate/activities/outlook/rules.ts";
import type { StudentCard } from "#debate/protocol/pages.ts";

/** [M13] What the student said of understanding and respect, before and after. */
export function OutlookOnCard({ card: { votes } }: { card: StudentCard }) {
  const t = useTranslations("card.outlook");
  const rounds = useTranslations("phases.rounds");
  const statements = useTranslations("shared.outlook");
  const answered = OUTLOOKS.flatMap((about) => {
    const given = votes.flatMap(({ round, outlook }) => {
      const level = outlook?.[about];
      return level === undefined ? [] : [{ round, level }];
    });
    return given.length > 0 ? [{ about, given }] : [];
  });
  if (answered.length === 0) return null;
  return (
    <CardSection title={t("title")}>
      <dl className="grid gap-3">
        {answered.map(({ about, given: [first, last] }) => (
          <div key={about} className="break-inside-avoid border-t border-line pt-2">
            <dt>{statements(about)}</dt>
            <dd className="text-sm text-ink-soft tabular-nums">
              {first &&
                (last
                  ? t("both", { before: first.level, after: last.level })
                  : t("one", { level: first.level, round: rounds(first.round) }))}
            </dd>
          </div>
        ))}
      </dl>
    </CardSection>
  );
}
