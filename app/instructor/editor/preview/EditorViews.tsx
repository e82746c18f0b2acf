"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { DebateForm } from "#app/instructor/editor/debate-form.ts";
import { Preview } from "#app/instructor/editor/preview/Preview.tsx";
import { classNames } from "#app/shared/class-names.ts";
import { panelOf, TabList, tabOf } from "#app/shared/controls/TabList.tsx";

const VIEWS = ["edit", "look"] as const;
type View = (typeof VIEWS)[number];

/** [D27] The editor and the preview: beside each other where there is room, else one at a time. */
export function EditorViews({ form, children }: { form: DebateForm; children: ReactNode }) {
  const t = useTranslations("instructor.hand.preview");
  const [view, setView] = useState<View>("edit");
  const panel = (name: View, className: string) => ({
    id: panelOf(name),
    role: "tabpanel",
    "aria-labelledby": tabOf(name),
    className: classNames("min-w-0", className, view !== name && "max-xl:hidden"),
  });
  return (
    <>
      <TabList
        label={t("views")}
        names={VIEWS}
        current={view}
        onChoose={setView}
        className="flex gap-2 border-b border-line-strong xl:hidden"
        tabClassName={(isCurrent) =>
          classNames(
            "min-h-touch border-b-[3px] px-4 font-semibold -outline-offset-3!",
            isCurrent ? "border-ink" : "border-transparent text-ink-soft",
          )
        }
      >
        {(name) => t(name)}
      </TabList>
      <div className="grid items-start gap-10 xl:grid-cols-[minmax(0,1fr)_23rem]">
        <div {...panel("edit", "")}>{children}</div>
        <div {...panel("look", "xl:sticky xl:top-4 xl:max-h-[calc(100dvh-2rem)] xl:overflow-y-auto")}>
          <Preview form={form} />
        </div>
      </div>
    </>
  );
}
