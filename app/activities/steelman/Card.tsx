import { useTranslations } from "next-intl";
import { CardSection } from "#app/shared/card/CardSection.tsx";
import { OwnWords } from "#app/shared/card/OwnWords.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { OwnSteelman } from "#debate/activities/steelman/rules.ts";
import type { StudentCard } from "#debate/protocol/pages.ts";

/** [P19] The best argument of the other side that the student wrote, and what two people of that side said of it. */
export function SteelmanOnCard({ card: { steelman } }: { card: StudentCard }) {
  return steelman ? <Text steelman={steelman} /> : null;
}

function Text({ steelman: { side, body, status, scores } }: { steelman: OwnSteelman }) {
  const t = useTranslations("card");
  const reasons = scores.flatMap(({ why }) => why ?? []);
  const fair = scores.filter((score) => score.fair).length;
  return (
    <CardSection title={t("steelman.title")}>
      <div className="border-t border-line pt-3 print:pt-2">
        <OwnWords>{body}</OwnWords>
      </div>
      <p className="flex break-inside-avoid flex-wrap gap-x-4 gap-y-1 text-sm">
        <ChoiceBadge choice={side} />
        <span>
          {status !== "published"
            ? t(`written.${status === "hidden" ? "hidden" : "waiting"}`)
            : scores.length === 0
              ? t("steelman.notYet")
              : t("steelman.scores", { fair, count: scores.length })}
        </span>
      </p>
      {status === "published" && reasons.length > 0 && (
        <ul className="grid gap-1 text-sm text-ink-soft print:block">
          {reasons.map((why, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is made once.
            <Written as="li" key={place} className="border-l-2 border-line-strong pl-3 wrap-anywhere">
              {why}
            </Written>
          ))}
        </ul>
      )}
    </CardSection>
  );
}
