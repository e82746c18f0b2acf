import { useTranslations } from "next-intl";
import { classNames } from "#app/shared/class-names.ts";
import { QuotedWords } from "#app/shared/rebuttals/QuotedWords.tsx";
import { directionOf } from "#app/shared/text/direction.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { CHOICE_STYLES } from "#app/shared/votes/choice-styles.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

type AnsweredWordsProps = { rebuttal: Rebuttal; answered?: Rebuttal | undefined; debate: ReadDebate };

/** What a rebuttal answers: the sentence that it quotes, and the rebuttal that it replies to. */
export function AnsweredWords({ rebuttal: { quote }, answered, debate }: AnsweredWordsProps) {
  const t = useTranslations("host.rebuttals");
  const expert = quote && debate.positions.find(({ side }) => side === quote.side)?.expert;
  return (
    <>
      {answered && (
        <blockquote className={classNames("border-s-[3px] ps-3", CHOICE_STYLES[answered.side].border)}>
          <Written as="p" className="line-clamp-3 font-serif text-ink-soft italic wrap-anywhere">
            {answered.body}
          </Written>
          <footer className="text-xs text-ink-soft wrap-anywhere">
            {answered.by ? t.rich("repliesTo", { name: inSentence(answered.by) }) : t("isReply")}
          </footer>
        </blockquote>
      )}
      {quote && expert && (
        <blockquote
          dir={directionOf(quote.exact)}
          className={classNames("border-s-[3px] ps-3", CHOICE_STYLES[quote.side].border)}
        >
          <div title={quote.exact}>
            <QuotedWords
              quote={quote}
              debate={debate}
              className="line-clamp-2 font-serif text-ink-soft italic"
            />
          </div>
          <footer className="text-xs text-ink-soft">
            {t.rich("answers", { name: inSentence(expert.name), n: quote.n })}
          </footer>
        </blockquote>
      )}
    </>
  );
}
