"use client";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { ChoiceMark } from "#app/shared/ChoiceMark.tsx";
import { classNames } from "#app/shared/class-names.ts";
import type { Position } from "#debate/content/debate.ts";
import type { Side } from "#debate/rules/choices.ts";

type SideTabsProps = { side: Side; onSide: (side: Side) => void; positions: readonly Position[] };

export const tabOf = (side: Side) => `tab-${side}`;
export const panelOf = (side: Side) => `panel-${side}`;

/** The heads of the two columns, For first, equally wide; gone where both columns have room. */
export function SideTabs({ side, onSide, positions }: SideTabsProps) {
  const t = useTranslations("student.read");
  const tChoices = useTranslations("choices");

  const move = (event: KeyboardEvent) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    const other: Side = side === "for" ? "against" : "for";
    onSide(other);
    document.getElementById(tabOf(other))?.focus();
  };

  return (
    <div
      role="tablist"
      aria-label={t("sides")}
      className="sticky top-[var(--views,0px)] z-10 -mx-4 grid grid-cols-2 border-b border-line-strong bg-paper px-4 min-[900px]:hidden"
    >
      {positions.map((position) => {
        const isShown = position.side === side;
        return (
          <button
            key={position.side}
            id={tabOf(position.side)}
            type="button"
            role="tab"
            aria-selected={isShown}
            aria-controls={panelOf(position.side)}
            tabIndex={isShown ? 0 : -1}
            onClick={() => onSide(position.side)}
            onKeyDown={move}
            className={classNames(
              "touch grid min-w-0 content-center gap-0.5 border-b-[3px] px-2 py-2 text-left -outline-offset-3!",
              isShown ? "border-ink" : "border-transparent text-ink-soft",
            )}
          >
            <span className="flex items-center gap-2 font-semibold">
              <ChoiceMark choice={position.side} />
              {tChoices(`${position.side}.name`)}
            </span>
            <bdi className="truncate text-sm">{position.expert.name}</bdi>
          </button>
        );
      })}
    </div>
  );
}
