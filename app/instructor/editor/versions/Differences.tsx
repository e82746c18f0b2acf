"use client";
import { useTranslations } from "next-intl";
import { useLanguageName } from "#app/instructor/editor/use-language-name.ts";
import type { Difference } from "#app/instructor/editor/versions/compare.ts";
import { MarkedText } from "#app/instructor/editor/versions/MarkedText.tsx";
import { useDifferenceLabel } from "#app/instructor/editor/versions/use-difference-label.ts";
import { classNames } from "#app/shared/class-names.ts";

type DifferencesProps = {
  differences: readonly Difference[];
  /** What the two versions are called. */
  names: { mine: string; theirs: string };
  /** The experts for and against. */
  experts: readonly [string, string];
  /** Whether to say who changed a part. */
  withChanged: boolean;
  taken: ReadonlySet<string>;
  onChoose: (id: string, theirs: boolean) => void;
};

/** Each part that differs, with both texts side by side; on a phone one below the other. */
export function Differences({ differences, experts, withChanged, names, taken, onChoose }: DifferencesProps) {
  const t = useTranslations("instructor.versions");
  const label = useDifferenceLabel(experts);
  const languageName = useLanguageName();
  const shown = ({ field }: Difference, text: string) =>
    field === "lang" && text !== "" ? languageName(text) : text;
  return (
    <div className="grid gap-6">
      {differences.map((difference) => (
        <fieldset key={difference.id} className="grid gap-2">
          <legend className="mb-1 font-semibold wrap-anywhere">{label.shown(difference)}</legend>
          {withChanged && <p className="text-sm text-ink-soft">{t(`changed.${difference.changed}`)}</p>}
          <div className="grid gap-2 sm:grid-cols-2">
            <Version
              id={difference.id}
              name={names.mine}
              text={shown(difference, difference.mine)}
              other={shown(difference, difference.theirs)}
              isChosen={!taken.has(difference.id)}
              onChoose={() => onChoose(difference.id, false)}
            />
            <Version
              id={difference.id}
              name={names.theirs}
              text={shown(difference, difference.theirs)}
              other={shown(difference, difference.mine)}
              isChosen={taken.has(difference.id)}
              onChoose={() => onChoose(difference.id, true)}
            />
          </div>
        </fieldset>
      ))}
    </div>
  );
}

type VersionProps = {
  id: string;
  name: string;
  text: string;
  other: string;
  isChosen: boolean;
  onChoose: () => void;
};

function Version({ id, name, text, other, isChosen, onChoose }: VersionProps) {
  return (
    <label
      className={classNames(
        "grid min-h-touch cursor-pointer content-start gap-2 rounded-control border bg-surface p-3 hover:bg-sunken",
        isChosen ? "border-ink ring-1 ring-ink" : "border-line-strong",
      )}
    >
      <span className="flex items-center gap-2 text-sm font-semibold">
        <input
          type="radio"
          name={`version-${id}`}
          checked={isChosen}
          onChange={onChoose}
          className="size-5 shrink-0 accent-ink"
        />
        {name}
      </span>
      <MarkedText text={text} other={other} />
    </label>
  );
}
