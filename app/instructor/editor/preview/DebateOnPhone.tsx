"use client";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { classNames } from "#app/shared/class-names.ts";
import { directionOf } from "#app/shared/text/direction.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceMark } from "#app/shared/votes/ChoiceMark.tsx";
import type { Debate } from "#debate/content/debate.ts";
import { affiliationParts, fullName } from "#debate/content/expert-words.ts";
import { SIDES, type Side } from "#debate/rules/choices.ts";

type DebateOnPhoneProps = { debate: Debate; side: Side; onSide: (side: Side) => void };

/** A phone while its student reads. Drawn anew only where the debate has changed, not for each key. */
export const DebateOnPhone = memo(function DebateOnPhone({ debate, side, onSide }: DebateOnPhoneProps) {
  const t = useTranslations("instructor.hand.preview");
  const choices = useTranslations("choices");
  const { resolution, positions } = debate;
  const { expert, paragraphs } = positions[side === "for" ? 0 : 1];
  return (
    <div className="mx-auto flex h-[38rem] max-h-[80dvh] w-full max-w-[22rem] flex-col overflow-hidden rounded-[1.75rem] border-4 border-line-strong bg-paper">
      <Written
        as="p"
        className="line-clamp-3 shrink-0 px-4 pt-4 pb-2 font-serif text-lg leading-snug font-medium wrap-anywhere"
      >
        {resolution.trim() || t("noResolution")}
      </Written>
      <fieldset className="grid shrink-0 grid-cols-2 border-b border-line-strong px-4">
        <legend className="sr-only">{t("sides")}</legend>
        {SIDES.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === side}
            onClick={() => onSide(each)}
            className={classNames(
              "flex min-h-touch items-center gap-2 border-b-[3px] px-2 font-semibold",
              each === side ? "border-ink" : "border-transparent text-ink-soft",
            )}
          >
            <ChoiceMark choice={each} />
            {choices(`${each}.name`)}
          </button>
        ))}
      </fieldset>
      <section
        aria-label={t("phone")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        tabIndex={0}
        className="grid content-start gap-4 overflow-y-auto px-4 py-4"
      >
        <div>
          <Written as="p" className="font-serif text-xl font-medium wrap-anywhere">
            {fullName(expert)}
          </Written>
          {affiliationParts(expert).map((part) => (
            <Written as="p" key={part} className="text-sm text-ink-soft wrap-anywhere">
              {part}
            </Written>
          ))}
        </div>
        {paragraphs.map(({ n, text, quoted, marks }) => (
          <div key={n} dir={directionOf(text)} className="flex font-serif leading-[1.6] laid-out-in-sight">
            <span className="w-7 shrink-0 pt-[0.2em] font-sans text-sm text-ink-soft tabular-nums">{n}</span>
            <Written
              as={quoted ? "blockquote" : "p"}
              marks={marks}
              className={classNames(
                "min-w-0 flex-1 wrap-anywhere",
                quoted && "border-s-2 border-line-strong ps-4 italic",
              )}
            >
              {text}
            </Written>
          </div>
        ))}
      </section>
    </div>
  );
});
