import { useTranslations } from "next-intl";
import { useId } from "react";
import { classNames } from "#app/shared/class-names.ts";
import { CHOICE_STYLES } from "#app/shared/votes/choice-styles.ts";
import type { Choice } from "#debate/rules/choices.ts";

type ChoiceMarkProps = { choice: Choice; className?: string };

/** The coin of a choice: For solid, Against hatched, undecided outlined. Stands beside the word, as tall as it. */
export function ChoiceMark({ choice, className }: ChoiceMarkProps) {
  const hatch = useId();
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={classNames("inline-block size-[1.05em] shrink-0 align-[-0.14em]", className)}
    >
      {choice === "for" && <circle cx="12" cy="12" r="11" className="fill-for" />}
      {choice === "against" && (
        <>
          <clipPath id={hatch}>
            <circle cx="12" cy="12" r="10" />
          </clipPath>
          <circle cx="12" cy="12" r="10" className="fill-surface stroke-against" strokeWidth="2.5" />
          <path
            d="M-4 18 18 -4M-1 25 25 -1M6 30 30 6"
            clipPath={`url(#${hatch})`}
            className="stroke-against"
            strokeWidth="4.2"
          />
        </>
      )}
      {choice === "undecided" && (
        <circle
          cx="12"
          cy="12"
          r="9.75"
          fill="none"
          className="stroke-undecided"
          strokeWidth="2.5"
          strokeDasharray="4.4 2.41"
        />
      )}
    </svg>
  );
}

type ChoiceBadgeProps = { choice: Choice; className?: string };

/** The coin with the word: a side in a line of text, in a table's heading, on a card. */
export function ChoiceBadge({ choice, className }: ChoiceBadgeProps) {
  const t = useTranslations("choices");
  return (
    <span
      className={classNames(
        "inline-block font-semibold whitespace-nowrap",
        CHOICE_STYLES[choice].text,
        className,
      )}
    >
      <ChoiceMark choice={choice} className="mr-[0.4em]" />
      {t(`${choice}.name`)}
    </span>
  );
}
