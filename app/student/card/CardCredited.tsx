import { useTranslations } from "next-intl";
import { CardSection } from "#app/shared/card/CardSection.tsx";
import { OwnWords } from "#app/shared/card/OwnWords.tsx";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { CardCredit } from "#debate/counting/card.ts";

type CardCreditedProps = { credited: CardCredit; debate: ReadDebate | null };

/** What the student said had moved them. [V21] A classmate's words stay with the class. */
export function CardCredited({ credited, debate }: CardCreditedProps) {
  const t = useTranslations("card.credit");
  const names = useTranslations("choices");
  const { paragraph, without, why } = credited;
  const position = paragraph && debate?.positions.find(({ side }) => side === paragraph.side);
  const text = position?.paragraphs.find(({ n }) => n === paragraph?.n)?.text;
  return (
    <CardSection title={t("title")}>
      {text && (
        <Written
          as="p"
          className="line-clamp-3 border-l-2 border-line-strong pl-3 font-serif text-ink-soft print:line-clamp-2"
        >
          {text}
        </Written>
      )}
      <p className="text-sm">
        {paragraph
          ? position
            ? t.rich("paragraph", { name: inSentence(position.expert.name), n: paragraph.n })
            : t("paragraphOf", { side: names(`${paragraph.side}.name`), n: paragraph.n })
          : t("rebuttal")}
      </p>
      {why && <OwnWords>{why}</OwnWords>}
      {without && (
        <p className="text-sm text-ink-soft">
          {t.rich("without", { choice: () => <ChoiceBadge choice={without} /> })}
        </p>
      )}
    </CardSection>
  );
}
