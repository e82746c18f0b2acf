"use client";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { useMarking } from "#app/host/marks/use-marks.ts";
import { classNames } from "#app/shared/class-names.ts";
import type { Criterion } from "#debate/protocol/answers/mark-answers.ts";

type LevelRowProps = {
  criterion: Criterion;
  id: string;
  level: number | undefined;
  isCurrent: boolean;
  onFocus: () => void;
  /** After a level was chosen with a finger or the mouse. */
  onPicked: () => void;
};

/** [Q27] A criterion as a row of five buttons. On a phone only the current one is in sight. */
export function LevelRow({ criterion, id, level, isCurrent, onFocus, onPicked }: LevelRowProps) {
  const t = useTranslations("marks.student");
  const { store } = useMarking();
  const name = useId();
  const pressed = useRef(false);
  const [pointed, setPointed] = useState<number | null>(null);
  const shown = pointed ?? level;
  const words = shown === undefined ? "" : (criterion.levels[shown] ?? "");
  return (
    <fieldset
      onFocus={onFocus}
      className={classNames(
        "grid min-w-0 gap-1 rounded-control border-l-4 py-1 pr-1 pl-3 max-lg:border-l-0 max-lg:bg-transparent! max-lg:px-0",
        isCurrent ? "border-ink bg-sunken" : "border-transparent max-lg:hidden",
      )}
    >
      <legend className="float-left w-full font-semibold leading-snug wrap-anywhere" dir="auto">
        {criterion.name}
      </legend>
      <div className="grid grid-cols-5 gap-1.5">
        {criterion.levels.map((each, place) => (
          <label
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the level.
            key={place}
            onPointerDown={() => {
              pressed.current = true;
            }}
            onPointerEnter={({ pointerType }) => pointerType === "mouse" && setPointed(place)}
            onPointerLeave={() => setPointed(null)}
            className={classNames(
              "relative grid min-h-9 cursor-pointer place-items-center rounded-control border text-lg font-semibold tabular-nums max-lg:min-h-touch",
              "has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
              level === place
                ? "border-ink bg-ink text-paper"
                : "border-line-strong bg-surface text-ink hover:bg-sunken",
            )}
          >
            <input
              type="radio"
              name={name}
              value={place}
              aria-label={each === "" ? `${place}` : t("level", { level: place, words: each })}
              checked={level === place}
              onKeyDown={() => {
                pressed.current = false;
              }}
              onChange={() => {
                store.setLevel(id, criterion.id, place);
                if (pressed.current) onPicked();
              }}
              className="absolute inset-0 size-full cursor-pointer appearance-none rounded-control outline-none"
            />
            <span aria-hidden="true" className="pointer-events-none">
              {place}
            </span>
          </label>
        ))}
      </div>
      <p aria-hidden="true" dir="auto" className="line-clamp-2 min-h-5 text-sm leading-snug text-ink-soft">
        {words}
      </p>
    </fieldset>
  );
}
