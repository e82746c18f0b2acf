import { useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { classNames } from "#app/shared/class-names.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import { asRead, type ReadDebate } from "#debate/content/versions.ts";
import type { RebuttalResult } from "#debate/counting/results.ts";
import { CHOICES } from "#debate/rules/choices.ts";

type PrintedRebuttalProps = {
  rebuttal: RebuttalResult;
  debate: ReadDebate;
  /** [K8] */
  isCommonGround: boolean;
  /** Cut to a few lines, for one page. */
  isShort?: boolean;
};

/** A rebuttal on paper: what it moved, what it answers, its words, and whom it persuaded. */
export function PrintedRebuttal({ rebuttal, debate, isCommonGround, isShort = false }: PrintedRebuttalProps) {
  const t = useTranslations("results.rebuttals");
  const names = useTranslations("choices");
  const { labeled, list } = useJoined();
  const { side, body, quote, replyTo, credits, endorsed, endorsements, uncamped } = rebuttal;
  const expert = quote && debate.positions.find((position) => position.side === quote.side)?.expert.name;
  const marks = [
    credits !== null && credits > 0 && t("credits", { count: credits }),
    isCommonGround && t("commonGround"),
  ].filter((mark) => mark !== false);
  const persuaded = endorsements
    ? list(
        ...CHOICES.map((camp) => `${names(`${camp}.name`)} ${endorsements[camp]}`),
        uncamped !== null && uncamped > 0 && t("uncamped", { count: uncamped }),
      )
    : t("endorsed", { count: endorsed });
  return (
    <div data-whole className="border-l-2 border-ink pl-3">
      <p className="flex flex-wrap gap-x-3 text-sm">
        <ChoiceBadge choice={side} />
        {marks.map((mark) => (
          <span key={mark} className="font-semibold">
            {mark}
          </span>
        ))}
      </p>
      <Written
        as="p"
        className={classNames(
          "mt-0.5 font-serif whitespace-pre-line wrap-anywhere",
          isShort && "line-clamp-4 whitespace-normal",
        )}
      >
        {body}
      </Written>
      {(expert !== undefined || replyTo !== undefined) && (
        <p className={classNames("mt-0.5 text-xs text-ink-soft", isShort && "line-clamp-1")}>
          {expert === undefined || replyTo !== undefined
            ? t("answersRebuttal")
            : t.rich("answersExpert", { name: inSentence(expert), n: quote?.n ?? 0 })}
          {quote && !isShort && (
            <>
              {labeled("", "")}
              {[asRead(debate, quote), quote.exact].map(
                (words) =>
                  words !== null && (
                    <Written key={words} as="q" className="font-serif italic wrap-anywhere">
                      {shortened(words)}
                    </Written>
                  ),
              )}
            </>
          )}
        </p>
      )}
      {!isShort && <p className="text-xs text-ink-soft">{labeled(t("persuadedBy"), persuaded)}</p>}
    </div>
  );
}

const LONGEST_QUOTE = 240;

/** A quotation may be a whole paragraph; its start tells which. */
function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= LONGEST_QUOTE ? text : `${letters.slice(0, LONGEST_QUOTE).join("").trimEnd()}…`;
}
