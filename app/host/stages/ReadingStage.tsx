"use client";
import { useTranslations } from "next-intl";
import { memo, type ReactNode } from "react";
import { PickButton } from "#app/host/stages/PickButton.tsx";
import { StageTitle } from "#app/host/stages/StageTitle.tsx";
import { useJoined } from "#app/i18n/use-joined.ts";
import type { WordsOf } from "#app/messages/words.ts";
import { Card } from "#app/shared/layout/Card.tsx";
import { directionOf } from "#app/shared/text/direction.ts";
import { withoutLinks } from "#app/shared/text/marked.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { Position } from "#debate/content/debate.ts";
import { affiliation, fullName } from "#debate/content/expert-words.ts";
import { lengthOf } from "#debate/content/reading-time.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { OnWall } from "#debate/rules/snapshot.ts";

type TextsProps = { debate: ReadDebate; wall: OnWall | undefined };
type ReadingStageProps = TextsProps & {
  /** What phones show. */
  lead: WordsOf<"host.reading">;
  /** How far the class is: what changes while it reads comes before the texts. */
  children: ReactNode;
};

export function ReadingStage({ debate, wall, lead, children }: ReadingStageProps) {
  const t = useTranslations("host.reading");
  return (
    <>
      <StageTitle lead={t(lead)}>{t("title")}</StageTitle>
      {children}
      <Texts debate={debate} wall={wall} />
    </>
  );
}

/** What the class reads, about how long that takes, and each paragraph for the projector. */
const Texts = memo(function Texts({ debate, wall }: TextsProps) {
  const t = useTranslations("host.reading");
  const { sentences } = useJoined();
  const minutes = debate.positions.reduce(
    (sum, position) => sum + lengthOf(position.paragraphs, debate.lang).minutes,
    0,
  );
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        {debate.positions.map((position) => (
          <PositionCard key={position.side} position={position} lang={debate.lang} wall={wall} />
        ))}
      </div>
      {(debate.kit?.glossary ?? []).length > 0 && (
        <div className="mt-4">
          <PickButton what="glossary" wall={wall}>
            {t("glossary")}
          </PickButton>
        </div>
      )}
      <p className="mt-4 text-ink-soft">{sentences(t("both", { minutes }), t("setTimer"))}</p>
    </>
  );
});

type PositionCardProps = { position: Position; lang: string | undefined; wall: OnWall | undefined };

function PositionCard({ position, lang, wall }: PositionCardProps) {
  const t = useTranslations("host.reading");
  const { side, expert, paragraphs, picture } = position;
  return (
    <Card as="article" className="flex min-w-0 flex-col gap-2">
      <ChoiceBadge choice={side} />
      <Written as="h3" className="font-serif text-xl">
        {fullName(expert)}
      </Written>
      <Written as="p" className="empty:hidden line-clamp-3 text-sm text-ink-soft">
        {affiliation(expert)}
      </Written>
      <Written as="p" className="line-clamp-6 border-t border-line pt-3 font-serif">
        {paragraphs[0]?.text}
      </Written>
      <p className="mt-auto pt-2 text-sm text-ink-soft">{t("length", lengthOf(paragraphs, lang))}</p>
      {picture && (
        <PickButton what={{ picture: side }} wall={wall}>
          {t("picture")}
        </PickButton>
      )}
      <details>
        <summary className="inline-flex min-h-touch items-center font-semibold soft-underline">
          {t("paragraphs")}
        </summary>
        <ol className="grid gap-4 pt-1">
          {paragraphs.map(({ n, text, marks }) => (
            <li
              key={n}
              dir={directionOf(text)}
              className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2 gap-y-2"
            >
              <span className="text-sm text-ink-soft tabular-nums">{n}</span>
              <Written as="p" marks={withoutLinks(marks)} className="line-clamp-4 font-serif wrap-anywhere">
                {text}
              </Written>
              <div className="col-start-2">
                <PickButton what={{ paragraph: { side, n } }} wall={wall} />
              </div>
            </li>
          ))}
        </ol>
      </details>
    </Card>
  );
}
