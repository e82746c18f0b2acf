"use client";
import { Tabs } from "@base-ui/react/tabs";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DebateForm } from "#app/instructor/editor/debate-form.ts";
import { Preview } from "#app/instructor/editor/preview/Preview.tsx";

const VIEWS = ["edit", "look"] as const;
/** CSS hides a panel where one is shown at a time. */
const ALWAYS_REACHED = { keepMounted: true, hidden: false, inert: undefined, tabIndex: undefined };

/** [D27] The editor and the preview: beside each other where there is room, else one at a time. */
export function EditorViews({ form, children }: { form: DebateForm; children: ReactNode }) {
  const t = useTranslations("instructor.hand.preview");
  return (
    <Tabs.Root defaultValue="edit" className="contents">
      <Tabs.List aria-label={t("views")} className="flex gap-2 border-b border-line-strong xl:hidden">
        {VIEWS.map((view) => (
          <Tabs.Tab
            key={view}
            value={view}
            className="min-h-touch border-b-[3px] border-transparent px-4 font-semibold text-ink-soft -outline-offset-3! aria-selected:border-ink aria-selected:text-ink"
          >
            {t(view)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <div className="grid grid-cols-1 items-start gap-10 xl:grid-cols-[minmax(0,1fr)_23rem]">
        <Tabs.Panel {...ALWAYS_REACHED} value="edit" className="min-w-0 data-hidden:max-xl:hidden">
          {children}
        </Tabs.Panel>
        <Tabs.Panel
          {...ALWAYS_REACHED}
          value="look"
          className="min-w-0 data-hidden:max-xl:hidden xl:sticky xl:top-4 xl:max-h-[calc(100dvh-2rem)] xl:overflow-y-auto"
        >
          <Preview form={form} />
        </Tabs.Panel>
      </div>
    </Tabs.Root>
  );
}
