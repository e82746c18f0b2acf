"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import {
  type MovedParagraph,
  type MovedRebuttal,
  movedInAll,
  movedParagraphs,
  movedRebuttals,
} from "#app/results/reveal/moved-items.ts";
import { useStepWords } from "#app/results/reveal/use-step-words.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { OwnCredit } from "#app/student/result/OwnCredit.tsx";
import { RebuttalWords } from "#app/student/result/RebuttalWords.tsx";
import type { ResultMessage } from "#debate/counting/reveal.ts";

/** What moved me, and what moved the class, with its words. */
export function MovedSection({ result: { moved } }: { result: ResultMessage }) {
  const t = useTranslations("student.result");
  const flow = useTranslations("flow.moved");
  const words = useStepWords();
  const { debate, state } = useSeat();
  if (!moved) return null;
  const { rebuttals: written, paragraphs: read } = movedInAll(moved);
  const isPart = written > moved.rebuttals.length || read > moved.paragraphs.length;
  const [paragraphs, rebuttals] = debate
    ? [movedParagraphs(moved, debate), movedRebuttals(moved, debate, state.rebuttals)]
    : [[], []];
  return (
    <>
      <OwnCredit />
      <section aria-labelledby="what-moved" className="grid gap-4">
        <div className="grid gap-1">
          <h2 id="what-moved" className="eyebrow text-ink-soft">
            {t("movedTitle")}
          </h2>
          <p>{words.moved(moved)}</p>
          {isPart && <p className="text-sm text-ink-soft">{flow("most")}</p>}
        </div>
        <ol className="grid gap-4">
          {[
            ...paragraphs.map((item) => ({
              key: `${item.side}${item.n}`,
              credits: item.credits,
              node: <ReadItem {...item} />,
            })),
            ...rebuttals.map((item) => ({
              key: item.id,
              credits: item.credits,
              node: <WrittenItem {...item} />,
            })),
          ]
            .sort((one, other) => other.credits - one.credits)
            .map(({ key, node }) => (
              <li key={key} className="rounded-card border border-line bg-surface p-4 shadow-card sm:p-5">
                {node}
              </li>
            ))}
        </ol>
      </section>
    </>
  );
}

function ItemHead({ credits, children }: { credits: number; children: ReactNode }) {
  const t = useTranslations("flow.moved");
  return (
    <p className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
      <span className="flex flex-wrap gap-x-3">{children}</span>
      <span className="font-semibold">{t("movedVotes", { count: credits })}</span>
    </p>
  );
}

function ReadItem({ side, n, expert, text, credits }: MovedParagraph) {
  const t = useTranslations("flow.moved");
  const { show } = useSeat();
  return (
    <>
      <ItemHead credits={credits}>
        <ChoiceBadge choice={side} />
      </ItemHead>
      <Written as="p" className="line-clamp-4 font-serif text-lg">
        {text}
      </Written>
      <button
        type="button"
        onClick={() => show("read", { side, n })}
        className="inline-flex min-h-touch items-center text-left text-sm text-ink-soft underline underline-offset-4"
      >
        {t.rich("paragraph", { name: inSentence(expert), n })}
      </button>
    </>
  );
}

function WrittenItem({ id, rebuttal, answers, isCommonGround, credits }: MovedRebuttal) {
  const t = useTranslations("flow.moved");
  const { state } = useSeat();
  return (
    <>
      <ItemHead credits={credits}>
        {rebuttal && <ChoiceBadge choice={rebuttal.side} />}
        {isCommonGround && <span className="font-semibold">{t("isCommonGround")}</span>}
      </ItemHead>
      <RebuttalWords rebuttal={state.rebuttals.get(id)} className="whitespace-pre-line" />
      {answers && (
        <p className="mt-2 text-sm text-ink-soft">
          {answers === "classmate"
            ? t("answersClassmate")
            : t.rich("answers", { name: inSentence(answers.expert), n: answers.n })}
        </p>
      )}
    </>
  );
}
