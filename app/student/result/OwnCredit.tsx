"use client";
import { useTranslations } from "next-intl";
import { directionOf } from "#app/shared/text/direction.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { RebuttalWords } from "#app/student/result/RebuttalWords.tsx";

/** What I named as having moved me most, with my last vote. */
export function OwnCredit() {
  const t = useTranslations("student.result");
  const tFlow = useTranslations("flow.moved");
  const { you, state, debate } = useSeat();
  const credit = you.ballots.after?.credit;
  const { rebuttalId, paragraph } = credit ?? {};
  const position = paragraph && debate?.positions.find(({ side }) => side === paragraph.side);
  const words = position
    ? position.paragraphs.find(({ n }) => n === paragraph?.n)?.text
    : state.rebuttals.get(rebuttalId ?? "")?.body;
  // A paragraph has no words until the debate has loaded.
  if (paragraph && !position) return null;
  return (
    <section aria-labelledby="own-credit" className="grid gap-2">
      <h2 id="own-credit" className="eyebrow text-ink-soft">
        {t("credit")}
      </h2>
      {rebuttalId || paragraph ? (
        <blockquote dir={directionOf(words ?? "")} className="border-s-4 border-ink ps-4">
          {rebuttalId ? (
            <RebuttalWords rebuttal={state.rebuttals.get(rebuttalId)} className="line-clamp-5" />
          ) : (
            <Written as="p" className="line-clamp-5 font-serif text-lg wrap-anywhere">
              {words}
            </Written>
          )}
          <footer className="mt-1 text-sm text-ink-soft">
            {paragraph && position
              ? tFlow.rich("paragraph", { name: inSentence(position.expert.name), n: paragraph.n })
              : t("creditRebuttal")}
          </footer>
        </blockquote>
      ) : (
        <p className="text-ink-soft">{t("creditNone")}</p>
      )}
    </section>
  );
}
