"use client";
import { useTranslations } from "next-intl";
import { CARD } from "#app/activities/card.ts";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Answered } from "#app/shared/card/Answered.tsx";
import { CardSection } from "#app/shared/card/CardSection.tsx";
import { OwnWords } from "#app/shared/card/OwnWords.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { StudentWork } from "#debate/protocol/answers/student-work.ts";
import { ROUNDS } from "#debate/rules/choices.ts";

type WorkViewProps = { work: StudentWork; debate: ReadDebate };

/** [Q23] What a student did and wrote: that they voted, never how. */
export function WorkView({ work: { card, participation }, debate }: WorkViewProps) {
  const t = useTranslations("marks.work");
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-6 print:max-w-none print:block print:space-y-4">
      <Participation participation={participation} />
      {card.wordsDeleted && <p className="text-ink-soft">{t("wordsDeleted")}</p>}
      <CardSection title={t("rebuttals")}>
        {card.rebuttals.length === 0 && <p className="text-ink-soft">{t("none")}</p>}
        <ul className="grid gap-4 print:block print:space-y-3">
          {card.rebuttals.map((rebuttal, place) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is made once.
              key={place}
              className="grid gap-2 border-t border-line pt-3 print:block print:space-y-1 print:pt-2"
            >
              <Answered rebuttal={rebuttal} debate={debate} />
              <OwnWords>{rebuttal.body}</OwnWords>
              <p className="flex flex-wrap gap-x-4 text-sm">
                <ChoiceBadge choice={rebuttal.side} />
                {rebuttal.source !== undefined && <bdi className="text-ink-soft">{rebuttal.source}</bdi>}
                {rebuttal.status !== "published" && (
                  <span className="text-ink-soft">{t(`status.${rebuttal.status}`)}</span>
                )}
              </p>
            </li>
          ))}
        </ul>
      </CardSection>
      {CARD.map(({ name, Part }) => (
        <Part key={name} card={card} />
      ))}
    </div>
  );
}

function Participation({ participation }: { participation: StudentWork["participation"] }) {
  const t = useTranslations("marks.work");
  const rounds = useTranslations("phases.rounds");
  const { list, labeled } = useJoined();
  const { voted, rebuttals, replies } = participation;
  const votes = ROUNDS.flatMap((round) => {
    const did = voted[round];
    return did === undefined || did === null ? [] : [labeled(rounds(round), t(did ? "voted" : "notVoted"))];
  });
  return (
    <CardSection title={t("participation")}>
      <p>
        {list(...votes, t("countRebuttals", { count: rebuttals }), t("countReplies", { count: replies }))}
      </p>
    </CardSection>
  );
}
