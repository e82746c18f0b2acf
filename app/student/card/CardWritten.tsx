import { useTranslations } from "next-intl";
import { Answered } from "#app/shared/card/Answered.tsx";
import { CardSection } from "#app/shared/card/CardSection.tsx";
import { OwnWords } from "#app/shared/card/OwnWords.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { CardRebuttal, Reception } from "#debate/counting/card.ts";
import type { StudentCard } from "#debate/protocol/pages.ts";

type CardWrittenProps = { card: StudentCard; debate: ReadDebate | null };

/** What the student wrote, and what came of it. */
export function CardWritten({ card: { rebuttals, credits, isOpen }, debate }: CardWrittenProps) {
  const t = useTranslations("card");
  const isHidden = credits === undefined && rebuttals.some(({ reception }) => reception);
  return (
    <CardSection title={t("written.title")}>
      {credits !== undefined && credits > 0 && (
        <p className="mb-2 font-serif text-2xl print:text-lg">{t("moved", { count: credits })}</p>
      )}
      {isHidden && <p className="text-sm text-ink-soft">{t("written.creditsHidden")}</p>}
      {rebuttals.length === 0 && <p className="text-ink-soft">{t("written.none")}</p>}
      <ul className="grid gap-4 print:block print:space-y-2.5">
        {rebuttals.map((rebuttal, place) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is made once.
            key={place}
            className="grid gap-2 border-t border-line pt-3 print:block print:space-y-1 print:pt-2"
          >
            <Answered rebuttal={rebuttal} debate={debate} />
            <OwnWords>{rebuttal.body}</OwnWords>
            <p className="flex break-inside-avoid break-before-avoid flex-wrap gap-x-4 gap-y-1 text-sm">
              <ChoiceBadge choice={rebuttal.side} />
              <Outcome rebuttal={rebuttal} isOpen={isOpen} />
            </p>
          </li>
        ))}
      </ul>
    </CardSection>
  );
}

function Outcome({ rebuttal, isOpen }: { rebuttal: CardRebuttal; isOpen: boolean }) {
  const t = useTranslations("card.written");
  const { status, downWith, reception } = rebuttal;
  switch (status) {
    case "published":
      return reception && <Received {...reception} />;
    case "pending":
      return <span>{t(isOpen ? "pending" : "waiting")}</span>;
    case "hidden":
      if (downWith === "merged")
        return (
          <>
            <span>{t("merged")}</span>
            {reception && <Received {...reception} />}
          </>
        );
      return <span>{t(downWith ? "hiddenWith" : "hidden")}</span>;
    default:
      return status satisfies never;
  }
}

function Received({ endorsed, replies, credits }: Reception) {
  const t = useTranslations("card");
  return (
    <>
      {credits !== undefined && credits > 0 && (
        <strong className="font-semibold">{t("movedEach", { count: credits })}</strong>
      )}
      <span>{t("written.persuasive", { count: endorsed })}</span>
      {replies > 0 && <span>{t("written.replies", { count: replies })}</span>}
    </>
  );
}
