import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CARD } from "#app/activities/card.ts";
import { OwnMovement } from "#app/results/flow/OwnMovement.tsx";
import { Wordmark } from "#app/shared/layout/Wordmark.tsx";
import { CodeDisplay } from "#app/shared/links/CodeDisplay.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { PrintButton } from "#app/shared/print/PrintButton.tsx";
import { Resolution } from "#app/shared/text/Resolution.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { CardCredited } from "#app/student/card/CardCredited.tsx";
import { CardMarks } from "#app/student/card/CardMarks.tsx";
import { CardVotes } from "#app/student/card/CardVotes.tsx";
import { CardWritten } from "#app/student/card/CardWritten.tsx";
import { OfflineNotice } from "#app/student/card/OfflineNotice.tsx";
import type { CardPage, StudentCard } from "#debate/protocol/pages.ts";

/** [V21] What a student takes home of a session: a page, and the same on paper. */
export function CardView({ card, result, debate }: CardPage) {
  const t = useTranslations("card");
  const { isOpen, removed, wordsDeleted, marks } = card;
  return (
    // Browsers break blocks over pages well, and grids badly. The bars of rounded shares are backgrounds, which are printed only where that is asked for.
    <article className="mx-auto grid max-w-measure grid-cols-1 gap-8 [print-color-adjust:exact] print:block print:max-w-none print:space-y-4 print:text-sm">
      <CardHead card={card}>
        <OfflineNotice />
        {removed ? (
          <Notice title={t("removed.title")}>{t("removed.body")}</Notice>
        ) : (
          !isOpen && <Notice title={t("waiting.title")}>{t("waiting.body")}</Notice>
        )}
        {wordsDeleted && <Notice>{t("wordsDeleted")}</Notice>}
      </CardHead>
      {marks && <CardMarks marks={marks} />}
      <div className="grid grid-cols-1 gap-8 print:grid-cols-[5fr_9fr] print:gap-x-8 print:gap-y-4">
        {result && (
          <div className="print:row-span-3">
            <OwnMovement
              before={card.votes.find(({ round }) => round === "before")?.choice ?? undefined}
              after={card.votes.find(({ round }) => round === "after")?.choice ?? undefined}
              result={result}
            />
          </div>
        )}
        <CardVotes votes={card.votes} />
        <OfActivities after="votes" card={card} />
        {card.credited && <CardCredited credited={card.credited} debate={debate} />}
        <OfActivities after="credited" card={card} />
      </div>
      <CardWritten card={card} debate={debate} />
      <OfActivities after="written" card={card} />
      <p className="border-t-4 border-double border-ink pt-4 font-serif text-xl text-pretty print:break-inside-avoid print:break-before-avoid print:pt-2 print:text-sm">
        {t("thanks")}
      </p>
    </article>
  );
}

function OfActivities({ after, card }: { after: (typeof CARD)[number]["after"]; card: StudentCard }) {
  return CARD.map((each) => each.after === after && <each.Part key={each.name} card={card} />);
}

function CardHead({ card: { session, name }, children }: { card: StudentCard; children: ReactNode }) {
  const t = useTranslations("card");
  const format = useFormatter();
  return (
    <header className="grid gap-3">
      <div className="flex items-baseline justify-between gap-4">
        <p className="eyebrow text-ink-soft">{t("title")}</p>
        <span className="hidden print:inline">
          <Wordmark />
        </span>
      </div>
      <Resolution>{session.resolution}</Resolution>
      <p className="flex flex-wrap gap-x-4 text-sm text-ink-soft">
        <time dateTime={new Date(session.at).toISOString()}>
          {format.dateTime(session.at, { dateStyle: "long" })}
        </time>
        <span>{t.rich("session", { code: () => <CodeDisplay code={session.code} /> })}</span>
        {name && <Written as="bdi">{name}</Written>}
      </p>
      <div className="print:hidden">
        <PrintButton>{t("print")}</PrintButton>
      </div>
      {children}
    </header>
  );
}
