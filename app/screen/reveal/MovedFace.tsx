import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useJoined } from "#app/i18n/use-joined.ts";
import {
  type MovedParagraph,
  type MovedRebuttal,
  movedInAll,
  movedParagraphs,
  movedRebuttals,
} from "#app/results/reveal/moved-items.ts";
import { NothingToShow } from "#app/results/reveal/NothingToShow.tsx";
import { Kicker } from "#app/screen/reveal/Kicker.tsx";
import type { Wall } from "#app/screen/wall.ts";
import { classNames } from "#app/shared/class-names.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { ResultMessage } from "#debate/counting/reveal.ts";

type MovedFaceProps = { result: ResultMessage; wall: Wall };

/**
 * What moved people: paragraphs by name, and rebuttals by what they answer. [V12] Their words stand here only if the host puts
 * one there.
 */
export function MovedFace({ result: { moved }, wall }: MovedFaceProps) {
  const t = useTranslations("flow.moved");
  const steps = useTranslations("steps");
  const { labeled, sentences } = useJoined();
  if (!moved) return <NothingToShow className="grid h-full content-center text-wall-lg text-balance" />;
  const paragraphs = movedParagraphs(moved, wall.debate);
  const rebuttals = movedRebuttals(moved, wall.debate, new Map());
  const isOnPhones = rebuttals.length > 0;
  const both = paragraphs.length > 0 && rebuttals.length > 0;
  const { commonGround } = movedInAll(moved);
  const hasFoot = isOnPhones || commonGround > 0;
  if (paragraphs.length + rebuttals.length === 0)
    return (
      <div className="grid h-full content-center gap-[1.6cqi]">
        <Kicker>{steps("moved.name")}</Kicker>
        <p className="font-serif text-wall-xl text-balance">{t("commonGround", { count: commonGround })}</p>
      </div>
    );
  return (
    <div className="grid h-full min-h-0 grid-rows-[auto_minmax(0,1fr)_auto] gap-[0.5cqi] handheld:gap-4">
      <Kicker>{labeled(steps("moved.name"), t("why"))}</Kicker>
      <div
        className={classNames(
          "grid min-h-0 content-start gap-x-[3cqi] handheld:gap-y-8",
          both && "grid-cols-2 handheld:grid-cols-1",
        )}
      >
        {paragraphs.length > 0 && (
          <Column title={t("readTitle")}>
            {paragraphs.map((paragraph) => (
              <ReadItem
                key={`${paragraph.side}${paragraph.n}`}
                {...paragraph}
                style={styleFor(paragraphs, hasFoot)}
              />
            ))}
          </Column>
        )}
        {rebuttals.length > 0 && (
          <Column title={t("writtenTitle")}>
            {rebuttals.map((item) => (
              <WrittenItem key={item.id} {...item} style={styleFor(rebuttals, hasFoot)} />
            ))}
          </Column>
        )}
      </div>
      <p className="text-wall-sm text-ink-soft empty:hidden">
        {sentences(
          commonGround > 0 && t("commonGround", { count: commonGround }),
          isOnPhones && t("onPhones"),
        )}
      </p>
    </div>
  );
}

/** How large the words are, and how many lines of them: the fewer things moved people, the larger they stand. */
type Style = { text: string; row: string; read: string };

/** One thing alone, with nothing below it. */
const ALONE = {
  text: "text-wall-lg",
  row: "py-[1.2cqi]",
  read: "line-clamp-6 handheld:line-clamp-none",
} as const satisfies Style;

const STYLES = [
  {
    text: "text-wall-lg",
    row: "py-[1.2cqi]",
    read: "line-clamp-4 handheld:line-clamp-none",
  },
  {
    text: "text-wall-md",
    row: "py-[1.2cqi]",
    read: "line-clamp-2 handheld:line-clamp-none",
  },
  {
    text: "text-wall-sm",
    row: "py-[0.6cqi]",
    read: "line-clamp-1 handheld:line-clamp-none",
  },
] as const satisfies Style[];

function styleFor({ length }: readonly unknown[], hasFoot: boolean): Style {
  return length === 1 && !hasFoot ? ALONE : (STYLES[length - 1] ?? STYLES[2]);
}

/** As broad as its column, however many digits it has. */
function numberSize(credits: number): string {
  if (credits > 999) return "text-[max(var(--wall-floor,1.5rem),2.5cqi)]";
  return credits > 99
    ? "text-[max(var(--wall-floor,2rem),3.5cqi)]"
    : "text-[max(var(--wall-floor,2rem),5cqi)]";
}

function Column({ title, children }: { title: string; children: ReactNode }) {
  const t = useTranslations("flow.moved");
  return (
    <section className="grid min-h-0 min-w-0 content-start">
      <div className={classNames(ROW, "border-b-[0.3cqi] border-ink pb-[0.6cqi] text-wall-sm font-semibold")}>
        <span aria-hidden="true" className="text-center whitespace-nowrap text-ink-soft">
          {t("votesTitle")}
        </span>
        <h2 className="min-w-0">{title}</h2>
      </div>
      <ol>{children}</ol>
    </section>
  );
}

const ROW =
  "grid grid-cols-[7.5cqi_minmax(0,1fr)] gap-[1.6cqi] handheld:grid-cols-[4rem_minmax(0,1fr)] handheld:gap-3";

type ItemProps = { credits: number; style: Style; children: ReactNode };

function Item({ credits, style, children }: ItemProps) {
  const t = useTranslations("flow.moved");
  return (
    <li
      className={classNames(ROW, "items-start border-b border-line last:border-b-0 handheld:py-3", style.row)}
    >
      <p
        className={classNames(
          "text-center font-serif leading-none whitespace-nowrap tabular-nums",
          numberSize(credits),
        )}
      >
        {credits} <span className="sr-only">{t("votes", { count: credits })}</span>
      </p>
      <div className={classNames("grid min-w-0 gap-[0.3cqi]", style.text)}>{children}</div>
    </li>
  );
}

function ReadItem({ side, n, expert, text, credits, style }: MovedParagraph & { style: Style }) {
  const t = useTranslations("flow.moved");
  return (
    <Item credits={credits} style={style}>
      <p className="flex min-w-0 flex-wrap items-baseline gap-x-[0.8em]">
        <ChoiceBadge choice={side} />
        <span className="text-wall-sm whitespace-nowrap">{t("paragraphNumber", { n })}</span>
      </p>
      <Written as="p" className="truncate text-wall-sm text-ink-soft handheld:whitespace-normal">
        {expert}
      </Written>
      <Written as="p" className={classNames("font-serif leading-[inherit] wrap-anywhere", style.read)}>
        {text}
      </Written>
    </Item>
  );
}

function WrittenItem({ answers, isCommonGround, credits, style }: MovedRebuttal & { style: Style }) {
  const t = useTranslations("flow.moved");
  return (
    <Item credits={credits} style={style}>
      {isCommonGround && <p className="text-wall-sm font-semibold">{t("isCommonGround")}</p>}
      <p
        className={classNames("line-clamp-3 handheld:line-clamp-none", style === STYLES[2] && "text-wall-md")}
      >
        {answers === "classmate"
          ? t("answersClassmate")
          : answers
            ? t.rich("answers", { name: inSentence(answers.expert), n: answers.n })
            : t("ofClassmate")}
      </p>
    </Item>
  );
}
