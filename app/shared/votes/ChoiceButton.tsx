import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Check, LoaderCircle } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { ChoiceMark } from "#app/shared/votes/ChoiceMark.tsx";
import { CHOICE_STYLES } from "#app/shared/votes/choice-styles.ts";
import type { Choice } from "#debate/rules/choices.ts";

type ChoiceButtonProps = Omit<ComponentProps<"button">, "children" | "value" | "aria-pressed"> & {
  choice: Choice;
  chosen?: boolean;
  /** Sent and not yet answered. */
  pending?: boolean;
};

const CHOSEN = {
  for: "border-for bg-for text-on-for",
  against: "border-against bg-against text-on-against hatched [--hatch:var(--against-deep)]",
  undecided: "border-ink bg-undecided-wash text-ink",
} as const satisfies Record<Choice, string>;

/**
 * One of the three tall buttons of a vote. Inside a form it posts `choice=...` before any script has run.
 * The chosen one is filled, says so in words and carries a tick.
 */
export function ChoiceButton({
  choice,
  chosen = false,
  pending = false,
  className,
  ...rest
}: ChoiceButtonProps) {
  const t = useTranslations("choices");
  return (
    <button
      type="submit"
      name="choice"
      {...rest}
      value={choice}
      aria-pressed={chosen}
      aria-busy={pending}
      className={classNames(
        "flex min-h-24 w-full items-center gap-4 rounded-card border-2 px-5 py-4 text-left short:min-h-16 short:gap-2 short:px-[min(0.75rem,3vw)] short:py-2",
        "transition-colors duration-150 active:translate-y-px disabled:opacity-60",
        chosen
          ? CHOSEN[choice]
          : classNames("bg-surface text-ink hover:bg-sunken", CHOICE_STYLES[choice].border),
        className,
      )}
    >
      {!chosen && <ChoiceMark choice={choice} className="size-8! short:size-6!" />}
      {chosen && (
        <span className="grid size-8 short:size-6 shrink-0 place-items-center rounded-full border-2 border-current">
          {pending ? (
            <LoaderCircle aria-hidden="true" className="size-5 short:size-4 animate-spin" />
          ) : (
            <Check aria-hidden="true" className="size-5 short:size-4" strokeWidth={3} />
          )}
        </span>
      )}
      <span className="grid min-w-0 grid-cols-1">
        <span className="text-xl font-bold">{t(`${choice}.vote`)}</span>
        <span className={classNames("text-sm", !chosen && "text-ink-soft")}>
          {chosen ? t("yourVote") : t(`${choice}.meaning`)}
        </span>
      </span>
    </button>
  );
}
