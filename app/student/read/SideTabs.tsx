"use client";
import { useTranslations } from "next-intl";
import { classNames } from "#app/shared/class-names.ts";
import { TabList } from "#app/shared/controls/TabList.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceMark } from "#app/shared/votes/ChoiceMark.tsx";
import type { Position } from "#debate/content/debate.ts";
import { SIDES, type Side } from "#debate/rules/choices.ts";

type SideTabsProps = { side: Side; onSide: (side: Side) => void; positions: readonly Position[] };

/** The heads of the two columns, For first, equally wide; gone where both columns have room. */
export function SideTabs({ side, onSide, positions }: SideTabsProps) {
  const t = useTranslations("student.read");
  const tChoices = useTranslations("choices");
  return (
    <TabList
      label={t("sides")}
      names={SIDES}
      current={side}
      onChoose={onSide}
      className="short:static sticky top-[var(--views,0px)] z-10 -mx-gutter grid grid-cols-2 border-b border-line-strong bg-paper px-gutter min-[900px]:hidden"
      tabClassName={(isShown) =>
        classNames(
          "touch grid min-w-0 grid-cols-1 content-center gap-0.5 border-b-[3px] px-2 py-2 text-start -outline-offset-3!",
          isShown ? "border-ink" : "border-transparent text-ink-soft",
        )
      }
    >
      {(each) => (
        <>
          <span className="flex flex-wrap items-center gap-x-2 font-semibold">
            <ChoiceMark choice={each} />
            {tChoices(`${each}.name`)}
          </span>
          <Written as="bdi" className="truncate text-left text-sm">
            {positions.find((position) => position.side === each)?.expert.name}
          </Written>
        </>
      )}
    </TabList>
  );
}
