"use client";
import { Tabs } from "@base-ui/react/tabs";
import { useTranslations } from "next-intl";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceMark } from "#app/shared/votes/ChoiceMark.tsx";
import type { Position } from "#debate/content/debate.ts";
import { SIDES, type Side } from "#debate/rules/choices.ts";

export const sideTab = (side: Side) => `tab-${side}`;

/** The heads of the two columns, For first, equally wide; gone where both columns have room. */
export function SideTabs({ positions }: { positions: readonly Position[] }) {
  const t = useTranslations("student.read");
  const tChoices = useTranslations("choices");
  return (
    <Tabs.List
      aria-label={t("sides")}
      className="short:static sticky top-[var(--views,0px)] z-10 -mx-gutter grid grid-cols-2 border-b border-line-strong bg-paper px-gutter min-[900px]:hidden"
    >
      {SIDES.map((side) => (
        <Tabs.Tab
          key={side}
          id={sideTab(side)}
          value={side}
          className="touch grid min-w-0 grid-cols-1 content-center gap-0.5 border-b-[3px] border-transparent px-2 py-2 text-start text-ink-soft -outline-offset-3! aria-selected:border-ink aria-selected:text-ink"
        >
          <span className="flex flex-wrap items-center gap-x-2 font-semibold">
            <ChoiceMark choice={side} />
            {tChoices(`${side}.name`)}
          </span>
          <Written as="bdi" className="truncate text-left text-sm">
            {positions.find((position) => position.side === side)?.expert.name}
          </Written>
        </Tabs.Tab>
      ))}
    </Tabs.List>
  );
}
