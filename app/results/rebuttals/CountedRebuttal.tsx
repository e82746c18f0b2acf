import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CornerDownRight } from "#app/icons/icons.ts";
import { percentage } from "#app/results/figures.ts";
import { How } from "#app/results/how/How.tsx";
import { useHow } from "#app/results/how/use-how.ts";
import { RebuttalLink } from "#app/results/rebuttals/RebuttalLink.tsx";
import { anchorOf } from "#app/results/rebuttals/trail.ts";
import { useMoverWords } from "#app/results/rebuttals/use-mover-words.ts";
import { WallPick } from "#app/results/wall-pick.tsx";
import { classNames } from "#app/shared/class-names.ts";
import { QuotedWords } from "#app/shared/rebuttals/QuotedWords.tsx";
import { beginningOf } from "#app/shared/text/beginning-of.ts";
import { directionOf } from "#app/shared/text/direction.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge, ChoiceMark } from "#app/shared/votes/ChoiceMark.tsx";
import type { ReadDebate } from "#debate/content/versions.ts";
import { isStandingPublic } from "#debate/counting/ranking.ts";
import type { RebuttalResult } from "#debate/counting/results.ts";
import { CHOICES, type Side } from "#debate/rules/choices.ts";

type CountedRebuttalProps = {
  rebuttal: RebuttalResult;
  /** [K8] */
  isCommonGround?: boolean | undefined;
  /** Whose words it answers, and where they are on the page. */
  answers?:
    | (({ expert: string; debate: ReadDebate } | { reply: string }) & { anchor?: string | null })
    | null;
  /** What answers it. */
  replies?: readonly Pick<RebuttalResult, "id" | "side" | "body">[];
};

const EDGES = {
  // [F14] Borders: printers and forced colors leave out backgrounds.
  for: "before:border-l-8 before:border-for",
  against: "before:border-l-8 before:border-double before:border-against",
} as const satisfies Record<Side, string>;

/** One rebuttal with how it was received, for the host camp by camp [K9]. Who wrote it is not part of the results. */
export function CountedRebuttal({
  rebuttal,
  answers,
  replies = [],
  isCommonGround = false,
}: CountedRebuttalProps) {
  const t = useTranslations("results.rebuttals");
  const names = useTranslations("choices");
  const format = useFormatter();
  const how = useHow();
  const moverWords = useMoverWords();
  const { id, side, body, quote, endorsed, endorsements, uncamped, standing, credits, movers } = rebuttal;
  return (
    <article
      id={anchorOf.rebuttal(id)}
      tabIndex={-1}
      className={classNames(
        "results-target relative grid content-start gap-3 rounded-card border border-line bg-surface p-4 pl-6 shadow-card sm:p-5 sm:pl-7",
        "before:absolute before:inset-y-0 before:left-0 before:rounded-l-card",
        EDGES[side],
      )}
    >
      <header className="flex flex-wrap items-center justify-between gap-x-4">
        <span className="text-sm text-ink-soft">
          <ChoiceBadge choice={side} />
        </span>
        {isCommonGround && <span className="text-sm font-semibold">{t("commonGround")}</span>}
        {credits !== null && credits > 0 && (
          <a
            href={`#${anchorOf.credits(id)}`}
            className="inline-flex min-h-touch items-center text-sm font-semibold soft-underline"
          >
            {t("credits", { count: credits })}
          </a>
        )}
      </header>
      {answers && (
        <blockquote
          dir={directionOf(("expert" in answers ? quote?.exact : answers.reply) ?? "")}
          className="border-s border-line-strong ps-3 text-sm text-ink-soft"
        >
          <LinkOrText anchor={answers.anchor}>
            {"reply" in answers && <CornerDownRight aria-hidden="true" className="size-4 shrink-0" />}
            {"expert" in answers
              ? t.rich("answersExpert", { name: inSentence(answers.expert), n: quote?.n ?? 0 })
              : t("answersRebuttal")}
          </LinkOrText>
          {"reply" in answers ? (
            <Written className="line-clamp-3 font-serif wrap-anywhere">{answers.reply}</Written>
          ) : (
            quote && (
              <QuotedWords
                quote={quote}
                debate={answers.debate}
                className="line-clamp-3 font-serif wrap-anywhere"
              />
            )
          )}
        </blockquote>
      )}
      <Written as="p" className="font-serif text-lg whitespace-pre-line wrap-anywhere">
        {body}
      </Written>
      <dl className="flex flex-wrap items-center gap-x-5 gap-y-1 text-sm text-ink-soft">
        {standing !== null && isStandingPublic(rebuttal) && (
          <div className="flex gap-1.5">
            <dt>{t("standing")}</dt>
            <dd className="font-semibold text-ink tabular-nums">{percentage(format, standing)}</dd>
          </div>
        )}
        <div className="flex flex-wrap items-center gap-x-1.5">
          <dt>{t("persuadedBy")}</dt>
          <dd className="flex flex-wrap gap-x-3 text-ink tabular-nums">
            {!endorsements && t("endorsed", { count: endorsed })}
            {endorsements &&
              CHOICES.map((camp) => (
                <span key={camp} className="inline-flex items-center gap-1">
                  <ChoiceMark choice={camp} />
                  <span className="text-ink-soft">{names(`${camp}.name`)}</span> {endorsements[camp]}
                </span>
              ))}
            {uncamped !== null && uncamped > 0 && (
              <span className="text-ink-soft">{t("uncamped", { count: uncamped })}</span>
            )}
          </dd>
        </div>
      </dl>
      {standing !== null && isStandingPublic(rebuttal) && (
        <How
          of={t.rich("ofStanding", { words: inSentence(beginningOf(body)) })}
          steps={how.opponentsChoice(rebuttal)}
          className="-mt-2"
        />
      )}
      {movers && credits !== null && credits > 0 && <p className="text-sm">{moverWords(movers)}</p>}
      {replies.length > 0 && (
        <div className="text-sm">
          <p className="font-semibold text-ink-soft">{t("answeredBy")}</p>
          <ul>
            {replies.map((reply) => (
              <li key={reply.id}>
                <RebuttalLink rebuttal={reply} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <WallPick what={{ rebuttalId: id }} words={body} />
    </article>
  );
}

function LinkOrText({ anchor, children }: { anchor?: string | null | undefined; children: ReactNode }) {
  const style = "flex items-center gap-1.5 font-semibold";
  if (!anchor) return <span className={style}>{children}</span>;
  return (
    <a href={`#${anchor}`} className={classNames(style, "min-h-touch soft-underline")}>
      {children}
    </a>
  );
}
