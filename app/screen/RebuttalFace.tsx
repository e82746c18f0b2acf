"use client";
import { useTranslations } from "next-intl";
import { FittedText } from "#app/screen/FittedText.tsx";
import type { Wall } from "#app/screen/wall.ts";
import { classNames } from "#app/shared/class-names.ts";
import { QuotedWords } from "#app/shared/rebuttals/QuotedWords.tsx";
import { useAuthors } from "#app/shared/rebuttals/use-authors.ts";
import { directionOf } from "#app/shared/text/direction.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import { CHOICE_STYLES } from "#app/shared/votes/choice-styles.ts";
import { rebuttalOnWall } from "#app/shared/wall/rebuttals-on-wall.ts";
import { answersOnWall, repliesOnWall } from "#app/shared/wall/replies-on-wall.ts";
import { asRead } from "#debate/content/versions.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

/** The rebuttal that the host put there; else an invitation. */
export function RebuttalFace({ wall }: { wall: Wall }) {
  const t = useTranslations("screen.rebuttal");
  const shown = rebuttalOnWall(wall);
  const replies = repliesOnWall(wall);
  if (!shown)
    return (
      <div className="grid h-full content-center gap-[1.6cqi] handheld:gap-3">
        <p className="font-serif text-wall-xl text-balance">{t("emptyTitle")}</p>
        <p className="text-wall-md text-balance text-ink-soft">{t("emptyBody")}</p>
      </div>
    );
  return (
    <div className="grid h-full min-h-0 auto-rows-auto grid-rows-[auto_minmax(0,1fr)] gap-[1.6cqi] handheld:gap-4">
      <p className="text-wall-sm text-ink-soft">{t("chosen")}</p>
      {replies.length > 0 ? (
        <WithReplies rebuttal={shown} replies={replies} wall={wall} />
      ) : (
        <OneRebuttal key={shown.id} rebuttal={shown} wall={wall} />
      )}
    </div>
  );
}

type WithRepliesProps = { rebuttal: Rebuttal; replies: readonly Rebuttal[]; wall: Wall };

/** [R23] The replies that the host put there, side by side under what they answer, which has half of the height if it needs that. */
function WithReplies({ rebuttal, replies, wall }: WithRepliesProps) {
  return (
    <div
      data-one-size
      className="grid min-h-0 grid-rows-[fit-content(50%)_minmax(0,1fr)] gap-[1.6cqi] handheld:grid-rows-none handheld:content-start handheld:gap-6"
    >
      <OneRebuttal key={rebuttal.id} rebuttal={rebuttal} wall={wall} />
      <ol
        className={classNames(
          "grid min-h-0 gap-[2.4cqi] border-t border-line-strong pt-[1.6cqi] handheld:gap-8 handheld:pt-6",
          replies.length > 1 && "grid-cols-2 handheld:grid-cols-1",
        )}
      >
        {replies.map((reply) => (
          <li key={reply.id} className="grid min-h-0">
            <OneRebuttal rebuttal={reply} wall={wall} isReply />
          </li>
        ))}
      </ol>
    </div>
  );
}

type OneRebuttalProps = { rebuttal: Rebuttal; wall: Wall; isReply?: boolean };

/** [V26] All of it, however long, with its author always in sight. */
function OneRebuttal({ rebuttal, wall, isReply = false }: OneRebuttalProps) {
  const t = useTranslations("screen.rebuttal");
  const { debate } = wall;
  const by = useAuthors()(rebuttal, { named: 6 });
  const { side, body, quote, endorsements, edited } = rebuttal;
  const answers = answersOnWall(wall, rebuttal);
  const answered = quote && debate.positions.find((position) => position.side === quote.side)?.expert;
  return (
    <article className="grid min-h-0 grid-rows-[minmax(0,1fr)_auto] gap-[1.6cqi] in-data-one-size:gap-[0.8cqi] handheld:gap-3!">
      <FittedText of={`${quote ? (asRead(debate, quote) ?? "") : ""}${quote?.exact ?? ""}\n${body}`}>
        {quote && (
          <blockquote
            dir={directionOf(quote.exact)}
            className={classNames(
              "mb-[0.6em] border-s-[0.4cqi] ps-[1.4cqi] handheld:border-s-4 handheld:ps-3 text-[max(var(--wall-floor,1.125rem),var(--wall-sm),0.62em)] leading-[1.35]",
              CHOICE_STYLES[quote.side].border,
            )}
          >
            <QuotedWords
              quote={quote}
              debate={debate}
              className="font-serif italic wrap-anywhere"
              besideClassName="text-[max(var(--wall-floor,1.125rem),0.8em)] text-ink-soft wrap-anywhere"
            />
            {answered && (
              <footer className="mt-[0.3em] text-ink-soft wrap-anywhere">
                {t.rich("answers", { name: inSentence(answered.name), n: quote.n })}
              </footer>
            )}
          </blockquote>
        )}
        <Written as="p" className="font-serif wrap-anywhere whitespace-pre-line">
          {body}
        </Written>
      </FittedText>
      <footer className="flex flex-wrap in-data-one-size:flex-nowrap items-center gap-x-[1.4em] in-data-one-size:gap-x-[0.7em] gap-y-[0.3em] text-wall-sm in-data-one-size:text-[max(var(--wall-floor,1.125rem),1.8cqi)] in-data-one-size:*:text-[1em] in-data-one-size:leading-[1.2] handheld:flex-wrap! text-ink-soft">
        <ChoiceBadge choice={side} />
        {by && (
          <span className="min-w-0 wrap-anywhere in-data-one-size:line-clamp-2 handheld:line-clamp-none!">
            {t.rich(rebuttal.with ? "byAll" : "by", { name: inSentence(by) })}
          </span>
        )}
        {edited && <span className="shrink-0">{t("edited")}</span>}
        {endorsements > 0 && (
          <span className="in-data-one-size:hidden">{t("endorsements", { count: endorsements })}</span>
        )}
        {answers > 0 && !isReply && <span className="shrink-0">{t("replies", { count: answers })}</span>}
      </footer>
    </article>
  );
}
