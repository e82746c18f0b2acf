"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { classNames } from "#app/shared/class-names.ts";

type Tab = { value: string; label: ReactNode; content: ReactNode };

type TabsProps = {
  tabs: readonly Tab[];
  /** What the row of tabs chooses between, for screen readers. */
  label: string;
  defaultValue?: string;
  value?: string;
  onValueChange?: (value: string) => void;
  /** Panels stay in the page, so that a search finds what is in them and a draft is kept. */
  keepMounted?: boolean;
  className?: string;
};

/** Columns of one page, one at a time. Arrow keys move between them. */
export function Tabs({
  tabs,
  label,
  defaultValue,
  value,
  onValueChange,
  keepMounted = true,
  className,
}: TabsProps) {
  const controlled = value === undefined ? { defaultValue: defaultValue ?? tabs[0]?.value } : { value };
  return (
    <Base.Root {...controlled} onValueChange={(next) => onValueChange?.(String(next))} className={className}>
      <Base.List aria-label={label} activateOnFocus className="relative flex border-b border-line-strong">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className={classNames(
              "touch flex flex-1 items-center justify-center gap-2 px-3 text-center font-semibold text-ink-soft",
              "-outline-offset-3! hover:text-ink data-active:text-ink",
            )}
          >
            {tab.label}
          </Base.Tab>
        ))}
        <Base.Indicator className="absolute bottom-[-1px] left-(--active-tab-left) h-[3px] w-(--active-tab-width) bg-ink transition-all duration-200 ease-settle" />
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} keepMounted={keepMounted} className="pt-5">
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
